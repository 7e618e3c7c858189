{
  'targets': [
    {
      'target_name': 'comail',
      'sources': [
        'native/addon/addon.cc',
        'native/addon/allocation.cc',
        'native/addon/bound.cc',
        'native/addon/calls.cc',
        'native/addon/channel.cc',
        'native/addon/exposed.cc',
        'native/addon/home.cc',
        'native/addon/memory.cc',
      ],
      'defines': ['NAPI_VERSION=8', 'NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS', 'NODE_ADDON_API_DISABLE_DEPRECATED'],
      # As a system folder, so that our own warnings can be strict; make runs in build/.
      'cflags_cc': [
        '-isystem', '../<!(node -p "require(\'node-addon-api\').include_dir")',
        '-std=c++17', '-Wall', '-Wextra', '-Wpedantic', '-fvisibility=hidden',
      ],
      # Ours are caught before the binary interface; without this flag they could not be.
      'cflags_cc!': ['-fno-exceptions', '-std=gnu++17', '-std=gnu++20'],
      'xcode_settings': {
        'CLANG_CXX_LANGUAGE_STANDARD': 'c++17',
        'GCC_ENABLE_CPP_EXCEPTIONS': 'YES',
        'OTHER_CFLAGS': ['-Wall', '-Wextra'],
      },
      'msvs_settings': {
        'VCCLCompilerTool': { 'ExceptionHandling': 1, 'WarningLevel': 4, 'AdditionalOptions': ['/std:c++17'] },
      },
      'conditions': [
        # In the repository the addon has the native side of its tests, too; the published package has neither.
        ['"<!(node -p "require(\'fs\').existsSync(\'native/test/addon\')")"=="true"', {
          'sources': ['native/test/addon/program.cc', 'native/test/addon/stream.cc', 'native/test/addon/trials.cc'],
          'include_dirs': ['native/addon'],
          'defines': ['COMAIL_TRIALS'],
        }],
        ['OS!="linux"', { 'include_dirs': ['<!(node -p "require(\'node-addon-api\').include_dir")'] }],
      ],
    },
  ],
}
