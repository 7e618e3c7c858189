# Builds a throw-away overlay of / and puts Debian packages into it: from the stored image when there is one,
# else by apt-get, storing the image for the next time. Runs inside a mount and process namespace of its own.
#
# usage: overlay.sh MOUNT_POINT IMAGE_TAR PACKAGE...
#
# Its last line on standard output is `ready`, or `skip REASON` when this machine cannot have the server.
# Anything else means that this script itself is wrong.
set -eu

mount_point=$1
image=$2
shift 2

skip() {
  echo "skip $*"
  exit 0
}

# Runs a step whose failure is the machine's choice; its complaint becomes the reason.
or_skip() {
  reason=$("$@" 2>&1 < /dev/null) || skip "$1 said: $(printf %s "$reason" | tail -n 3 | tr '\n' ' ')"
}

install_packages() {
  # No daemon may start by itself, and pages nobody reads need not be unpacked.
  printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  mkdir -p "$root/etc/dpkg/dpkg.cfg.d"
  printf 'path-exclude=/usr/share/man/*\npath-exclude=/usr/share/doc/*\nforce-unsafe-io\n' > "$root/etc/dpkg/dpkg.cfg.d/comail"
  rm -f "$root/var/lib/man-db/auto-update"
  DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" apt-get install --yes --quiet --no-upgrade --no-install-recommends \
    -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 "$@"
}

or_skip mount --make-rprivate /
or_skip mount -t tmpfs -o size=1g,mode=755 tmpfs "$mount_point"
cd "$mount_point"
mkdir upper work root
root=$mount_point/root

# One process at a time builds an image; the lock ends with its holder.
exec 9> "$image.lock"
flock 9
stored=no
if [ -e "$image" ]; then
  stored=yes
  flock -u 9
  tar -C upper --xattrs --xattrs-include='trusted.overlay.*' --numeric-owner -xpf "$image"
fi

or_skip mount -t overlay -o lowerdir=/,upperdir=upper,workdir=work overlay root
or_skip mount -t proc proc root/proc
or_skip mount --rbind /dev root/dev
or_skip mount --rbind /sys root/sys

# In a container these are mounts of their own, which the overlay's lower layer does not show.
for file in /etc/resolv.conf /etc/hosts; do
  if [ -e "$file" ]; then
    cat "$file" > "$mount_point/copy"
    rm -f "$root$file"
    cp "$mount_point/copy" "$root$file"
  fi
done

if [ "$stored" = no ]; then
  if ! install_packages "$@" > "$mount_point/apt.log" 2>&1 < /dev/null; then
    # The lists may be missing or old. One stale index must not spoil the rest, so the update's verdict does not count.
    chroot "$root" apt-get update -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 \
      > "$mount_point/update.log" 2>&1 < /dev/null || echo "apt-get update failed, going on" >&2
    install_packages "$@" > "$mount_point/apt.log" 2>&1 < /dev/null ||
      skip "apt-get install $* said: $(grep '^E:' "$mount_point/apt.log" | tail -n 3 | tr '\n' ' ')"
  fi
  tar -C upper --xattrs --xattrs-include='trusted.overlay.*' --numeric-owner --exclude=./var/cache --exclude=./var/lib/apt \
    --exclude=./etc/resolv.conf --exclude=./etc/hosts -cpf "$image.new" .
  mv "$image.new" "$image"
  flock -u 9
fi
exec 9>&-
echo ready
