#!/bin/sh
# Posts the example question beside this script to an endpoint and prints what comes back.
#   VENDOR_KEY=… sh screen-with-curl.sh http://127.0.0.1:8080/screen
set -eu
url=${1:?give the address of the endpoint, like http://127.0.0.1:8080/screen}
here=$(dirname "$0")
# Idempotency-Key is the question's own: asked again, an endpoint gives the answer that it gave before.
# VENDOR_KEY goes by a file descriptor, not by an argument that others on the machine can see.
printf 'header = "x-api-key: %s"\n' "${VENDOR_KEY:-}" |
  curl --config - --silent --show-error --include --max-time 120 \
    --header 'Content-Type: application/json' \
    --header 'Accept: application/json, application/problem+json' \
    --header 'Idempotency-Key: 5d41402abc4b2a76b9719d911017c592ae3f0c9e8b7a6d5c4f3e2d1c0b9a8f7e' \
    --data-binary "@$here/request.json" \
    "$url"
echo
