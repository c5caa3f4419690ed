#!/usr/bin/env bash
# Backs a newsroom up into one dated folder, and checks what it wrote.
#
#   deploy/backup.sh /var/backups/minbar
#
# It reads the settings of the program (MINBAR_DATA, MINBAR_DATABASE_URL, _USER, _PASSWORD) from the environment or from
# /etc/minbar/minbar.env; MINBAR_UNIT names the systemd unit (minbar unless told).
#
# PostgreSQL: pg_dump takes a consistent picture while the newsroom works on.
#   Back: createdb --owner minbar minbar && pg_restore --no-owner --role minbar --dbname minbar database.dump
#
# Embedded database: the program holds its file open and locked, and a copy of a file that is being written is no
# backup. So the program is stopped for as long as the copy takes (a second or two for each gigabyte) and started again,
# also when the copy fails. Where even that is too long, use PostgreSQL, or a snapshot of the file system (LVM, ZFS,
# btrfs): every commit is on disk before it is acknowledged, so an atomic snapshot of MINBAR_DATA is as good as what a
# power cut leaves, which the program recovers from; a plain copy of the running file is not atomic, and is refused here.
#   Back: stop the program, put minbar.mv.db into the empty MINBAR_DATA, start the program.
#
# Pictures are files that never change once they are written; they are copied after the database, so that every picture
# that the backed-up database knows is there. Files in a bucket (MINBAR_MEDIA_BUCKET) are not copied: keep them with the
# bucket's own means, after this script. The search index is not backed up: without it the program makes it anew.
set -euo pipefail
umask 077

target=${1:?"usage: backup.sh FOLDER"}
unit=${MINBAR_UNIT:-minbar}
settings=${MINBAR_ENV:-/etc/minbar/minbar.env}

# Line by line and not by sourcing: systemd's file is no shell script, and what the environment says comes first.
if [ -r "$settings" ]; then
  while IFS='=' read -r name value; do
    case $name in
      MINBAR_*) [ -n "${!name:-}" ] || export "$name=$value" ;;
    esac
  done < "$settings"
fi
data=${MINBAR_DATA:-/var/lib/minbar}

stamp=$(date -u +%Y-%m-%dT%H%M%SZ)
backup=$target/$stamp
unfinished=$backup.unfinished
mkdir -p "$unfinished"

stopped=no
finish() {
  if [ "$stopped" = yes ]; then systemctl start "$unit"; fi
  if [ -d "$unfinished" ]; then rm -rf "$unfinished"; fi
}
trap finish EXIT

if [ -n "${MINBAR_DATABASE_URL:-}" ]; then
  # jdbc:postgresql://host:port/name?… is what libpq takes, without its first word; the query is for Java.
  address=${MINBAR_DATABASE_URL#jdbc:}
  address=${address%%\?*}
  export PGUSER=${MINBAR_DATABASE_USER:-} PGPASSWORD=${MINBAR_DATABASE_PASSWORD:-}
  pg_dump --format=custom --dbname="$address" --file="$unfinished/database.dump"
  pg_restore --list "$unfinished/database.dump" > /dev/null
else
  file=$data/minbar.mv.db
  if [ ! -f "$file" ]; then
    echo "There is no database at $file; is MINBAR_DATA right?" >&2
    exit 1
  fi
  if command -v systemctl > /dev/null && systemctl is-active --quiet "$unit" 2> /dev/null; then
    stopped=yes
    systemctl stop "$unit"
  fi
  # Whoever started it: a file that a process has open is not copied.
  holder=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "$(readlink -f "$file")" -print -quit 2> /dev/null || true)
  if [ -n "$holder" ]; then
    echo "$file is open in process $(cut -d/ -f3 <<< "$holder"); stop that process first." >&2
    exit 1
  fi
  cp --reflink=auto "$file" "$unfinished/minbar.mv.db"
  cmp --silent "$file" "$unfinished/minbar.mv.db"
  if [ "$stopped" = yes ]; then
    systemctl start "$unit"
    stopped=no
  fi
fi

if [ -d "$data/media" ]; then
  # From within, since the folder may be a link to another disk.
  tar -C "$data/media" --exclude=./.arriving --exclude=./prints --transform='s,^\.,media,' -cf "$unfinished/media.tar" .
fi
if [ -n "${MINBAR_MEDIA_BUCKET:-}" ]; then
  echo "The files in $MINBAR_MEDIA_BUCKET are not in this backup; copy the bucket now." >&2
fi

# A folder without this ending is whole.
sync
mv "$unfinished" "$backup"
echo "$backup"
