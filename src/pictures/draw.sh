#!/bin/sh
# Draws every plate anew and presses it into the sample newsroom; prints the release as PDF.
set -eu
cd "$(dirname "$0")"
node render.mjs "$@"
out=../main/resources/sample
drawn=../../target/pictures
mkdir -p "$out/pictures"
for plate in plates/*.mjs; do
  name=$(basename "$plate" .mjs)
  [ -f "$drawn/$name.png" ] || continue
  case $name in
    instruments-carpet) size=180 ;;
    essaouira-port | casablanca-tramway) size=165 ;;
    *) size=155 ;;
  esac
  java Press.java "$drawn/$name.png" "$out/pictures/$name.jpg" $size
done
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$drawn/.chromium" \
  --print-to-pdf="$out/release.pdf" "file://$PWD/release.html"
