#!/usr/bin/env bash
# The ten checks of lab/lab.yaml with as few docker commands as they can be had with: one inspect
# of all containers and one of all networks, side by side, and one container that enters the
# namespaces of the others and asks all questions at once. Names and values come from `labs env`.
# Prints PASS or FAIL with the check's id; exit code 1 if any fails.
set -u
web=$LABS_NAMES_WEB client=$LABS_NAMES_CLIENT edge=$LABS_NAMES_EDGE side=$LABS_NAMES_SIDE
red=$LABS_NAMES_RED blue=$LABS_NAMES_BLUE
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

verdict() { # ID STATUS
  if [ "$2" -eq 0 ]; then echo "PASS $1"; else echo "FAIL $1" && failed=1; fi
}

# What was answered under a heading.
answer() { sed -n "/^== $1\$/,/^== /{/^== /!p;}" "$work/inside"; }

docker network inspect -f \
  '{{.Name}} {{slice .Id 0 12}} {{.Driver}} {{.Internal}} {{range .IPAM.Config}}{{.Subnet}} {{end}}' \
  "$red" "$blue" >"$work/networks" 2>/dev/null &
curl -s --max-time 2 "http://127.0.0.1:$LABS_VARS_PORT/" >"$work/published" &
docker inspect --type container -f \
  '{{.Name}} {{.State.Pid}} {{range $name, $at := .NetworkSettings.Networks}}{{$name}}={{$at.IPAddress}}={{$at.Gateway}} {{end}}' \
  "$web" "$client" "$edge" "$side" >"$work/containers" 2>/dev/null

pid() { sed -n "s|^/$1 \([0-9]*\) .*|\1|p" "$work/containers"; }
attachment() { sed -n "s|^/$1 .* $2=\([^= ]*\)=\([^= ]*\) .*|\1 \2|p" "$work/containers"; }

# shellcheck disable=SC2016  # the script is the container's
docker run --rm --network host --pid host --cap-add SYS_ADMIN --cap-add SYS_PTRACE \
  --security-opt apparmor=unconfined \
  -e WEB="$web" -e WEB_PID="$(pid "$web")" -e CLIENT_PID="$(pid "$client")" \
  -e EDGE_PID="$(pid "$edge")" -e SIDE_PID="$(pid "$side")" \
  "$LABS_IMAGES_TOOLBOX" sh -c '
    # Its network, and its files: the resolver and the hosts file of the container.
    in_client() { nsenter --target "$CLIENT_PID" --net --mount "$@"; }
    alive() { [ "${1:-0}" -gt 0 ]; }
    exec 2>/dev/null
    echo "== host"; ip -o link show type veth
    if alive "$CLIENT_PID"; then
      in_client curl -s --max-time 2 "http://$WEB/" >/tmp/page &
      in_client curl -sv --max-time 2 "http://$WEB:81/" >/tmp/refused 2>&1 &
      in_client nslookup -type=a "$WEB" >/tmp/resolve &
      echo "== route"; in_client ip route show default
    fi
    if alive "$WEB_PID"; then
      echo "== web"; nsenter --net="/proc/$WEB_PID/ns/net" ip -o link show type veth
      echo "== web-namespace"; readlink "/proc/$WEB_PID/ns/net"
    fi
    if alive "$SIDE_PID"; then echo "== side-namespace"; readlink "/proc/$SIDE_PID/ns/net"; fi
    if alive "$EDGE_PID"; then
      echo "== edge"; nsenter --net="/proc/$EDGE_PID/ns/net" ip -o -d link show
    fi
    wait
    for what in page refused resolve; do echo "== $what"; cat "/tmp/$what"; echo; done
  ' >"$work/inside" 2>/dev/null
wait

red_id=$(sed -n "s/^$red \([^ ]*\) .*/\1/p" "$work/networks")
read -r _ client_gateway < <(attachment "$client" "$red")
read -r web_address _ < <(attachment "$web" "$red")

attached() { grep -q "^/$client .* $red=" "$work/containers"; }

gateway() {
  [ -n "${client_gateway:-}" ] && [[ "$(answer route) " == "default via $client_gateway "* ]]
}

# The container's veth says which index its peer has; that one must hang on the network's bridge.
veth() {
  local index peer
  while read -r index peer _; do
    # `33: eth0@if34:` inside is `34: veth…@if33:` outside.
    peer=${peer##*@if}
    answer host | grep -Eq "^${peer%:}: [^ ]+@if${index%:}: .* master br-${red_id:-none} " && return 0
  done < <(answer web)
  return 1
}

same_namespace() {
  local one
  one=$(answer side-namespace)
  [ -n "$one" ] && [ "$one" = "$(answer web-namespace)" ]
}

network() { grep -Eq "^$blue [^ ]+ bridge true $LABS_VARS_BLUE_SUBNET $" "$work/networks"; }

resolve() {
  # The first block is the server's own address.
  [ -n "${web_address:-}" ] &&
    [ "$(answer resolve | sed -n '/^Name:/,$s/^Address[^:]*: *//p')" = "$web_address" ]
}

page() { [[ $(answer page) == *"$LABS_VARS_WORD"* ]]; }
refused() { answer refused | grep -q 'Connection refused'; }
published() { grep -q "$LABS_VARS_WORD" "$work/published"; }

interfaces() {
  local links
  links=$(answer edge | grep -v '^[0-9]*: lo:')
  [ "$(grep -c . <<<"$links")" -eq 2 ] && [ "$(grep -Ec '\\ +veth ' <<<"$links")" -eq 2 ]
}

for check in attached gateway veth same-namespace network resolve page refused published interfaces; do
  "${check//-/_}"
  verdict "$check" $?
done
exit $failed
