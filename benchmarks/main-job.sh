#!/usr/bin/env bash
# Measures the main job on a film: time of the whole command, time to the first chunk, peak memory, and the processor time that a chunk
# costs besides decoding, inference, encoding and verifying.
#
#   benchmarks/main-job.sh FILM [RUNS]
#
# The cost of a chunk is a difference: the same frames through nearest-x2, once in long chunks and once in short ones; what the short ones
# cost more, divided by how many more they are. It includes what each chunk pays for opening its decoder and encoder. Run it alone on a quiet
# machine.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
film=${1:?"usage: benchmarks/main-job.sh FILM [RUNS]"}
runs=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run NAME ARGUMENTS…: prints "NAME wall cpu peak" and keeps the report as NAME.json
run() {
  local name=$1
  shift
  rm -rf "$work/data"
  /usr/bin/env python3 - "$work/$name.json" "$root/genga" upscale "$film" "$work/out.mkv" --force --data-dir "$work/data" \
    --report "$work/$name.json" "$@" <<'PYTHON'
import json, os, resource, subprocess, sys, time
report, command = sys.argv[1], sys.argv[2:]
start = time.monotonic()
process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.monotonic() - start
if status:
    sys.exit(f"the command failed with {os.waitstatus_to_exitcode(status)}")
read = json.load(open(report))
print(json.dumps({"wall_s": round(wall, 2), "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
                  "peak_MiB": usage.ru_maxrss // 1024, "startup_s": read["startupSeconds"],
                  "first_chunk_s": read.get("firstChunkSeconds"), "chunks": read["chunks"]["total"], "frames": read["frames"]}))
PYTHON
}

for i in $(seq "$runs"); do
  printf 'genga-cel-x2, medium      '; run model --model genga-cel-x2
  printf 'nearest-x2, chunks of 2 s '; run long --model nearest-x2 --preset ultrafast
  printf 'nearest-x2, chunks of .5 s '; GENGA_EXTRACTOR_CHUNK_DURATION=PT0.5S run short --model nearest-x2 --preset ultrafast
done
