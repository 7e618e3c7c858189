# The first process of a server's own mount and process namespace.
#
# It builds the overlay in the background and then does nothing but hold the leash: standard input, a pipe
# whose other end is in the test process. When that end closes, by stop() or because the test process died in
# whatever way, this process ends, and the kernel ends every process of the namespace and drops its mounts.
#
# usage: leash.sh OVERLAY_SH [arguments of overlay.sh]
set -eu

# /proc is still the caller's, so this is the number by which the caller knows this process.
read -r pid rest < /proc/self/stat
echo "pid $pid"

{ sh "$@" || echo broken; } &

# Orphaned daemons become children of this process; an ignored SIGCHLD lets the kernel reap them.
trap '' CHLD
exec cat > /dev/null
