#!/bin/sh
# Restarts the processes one after the other, each once the one before serves again: no request fails.
# Usage: rolling-restart.sh 3001 3002
set -eu
for port in "$@"; do
    systemctl restart "caliber@$port"
    tries=0
    until curl -fsS -o /dev/null "http://127.0.0.1:$port/api/health/ready" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 120 ] || { echo "caliber@$port is not ready after a minute: see journalctl -u caliber@$port" >&2; exit 1; }
        sleep 0.5
    done
    echo "caliber@$port serves"
done
