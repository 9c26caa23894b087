#!/usr/bin/env bash
# The ten checks of lab/lab.yaml with the docker CLI, as one writes such a script: each thing is
# asked for when it is needed. Names and values come from `labs env`. Prints PASS or FAIL with the
# check's id; exit code 1 if any fails.
set -u
web=$LABS_NAMES_WEB client=$LABS_NAMES_CLIENT edge=$LABS_NAMES_EDGE side=$LABS_NAMES_SIDE
red=$LABS_NAMES_RED blue=$LABS_NAMES_BLUE
failed=0

verdict() { # ID STATUS
  if [ "$2" -eq 0 ]; then echo "PASS $1"; else echo "FAIL $1" && failed=1; fi
}

networks() { docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' "$1"; }
address() { docker inspect -f "{{(index .NetworkSettings.Networks \"$2\").IPAddress}}" "$1"; }

attached() {
  case " $(networks "$client") " in *" $red "*) ;; *) return 1 ;; esac
}

gateway() {
  local gateway route
  gateway=$(docker inspect -f "{{(index .NetworkSettings.Networks \"$red\").Gateway}}" "$client") || return 1
  route=$(docker exec "$client" ip route show default) || return 1
  [ -n "$gateway" ] && [[ "$route " == "default via $gateway "* ]]
}

# The container's veth says which index its peer has; that one must hang on the network's bridge.
veth() {
  local id inside outside index peer
  id=$(docker network inspect -f '{{slice .Id 0 12}}' "$red") || return 1
  inside=$(docker exec "$web" ip -o link show type veth) || return 1
  outside=$(docker run --rm --network host "$LABS_IMAGES_TOOLBOX" \
    ip -o link show type veth master "br-$id" 2>/dev/null) || return 1
  while read -r index peer _; do
    # `33: eth0@if34:` inside is `34: veth…@if33:` outside.
    peer=${peer##*@if}
    grep -Eq "^${peer%:}: [^ ]+@if${index%:}:" <<<"$outside" && return 0
  done <<<"$inside"
  return 1
}

same_namespace() {
  local one other
  one=$(docker exec "$side" readlink /proc/self/ns/net) || return 1
  other=$(docker exec "$web" readlink /proc/self/ns/net) || return 1
  [ "$one" = "$other" ]
}

network() {
  local found
  found=$(docker network inspect -f '{{.Driver}} {{.Internal}} {{range .IPAM.Config}}{{.Subnet}} {{end}}' "$blue") || return 1
  [ "$found" = "bridge true $LABS_VARS_BLUE_SUBNET " ]
}

resolve() {
  local wanted answer
  wanted=$(address "$web" "$red") || return 1
  answer=$(docker exec "$client" nslookup -type=a "$web") || return 1
  # The first block is the server's own address.
  answer=$(sed -n '/^Name:/,$s/^Address[^:]*: *//p' <<<"$answer")
  [ -n "$wanted" ] && [ "$answer" = "$wanted" ]
}

page() {
  local body
  body=$(docker exec "$client" curl -s --max-time 2 "http://$web/") || return 1
  [[ $body == *"$LABS_VARS_WORD"* ]]
}

refused() {
  docker exec "$client" curl -sv --max-time 2 "http://$web:81/" 2>&1 | grep -q 'Connection refused'
}

published() {
  local body
  body=$(curl -s --max-time 2 "http://127.0.0.1:$LABS_VARS_PORT/") || return 1
  [[ $body == *"$LABS_VARS_WORD"* ]]
}

interfaces() {
  local links
  links=$(docker exec "$edge" ip -o link show) || return 1
  [ "$(grep -vc '^[0-9]*: lo:' <<<"$links")" -eq 2 ] || return 1
  links=$(docker exec "$edge" ip -o link show type veth) || return 1
  [ "$(grep -c . <<<"$links")" -eq 2 ]
}

for check in attached gateway veth same-namespace network resolve page refused published interfaces; do
  "${check//-/_}" 2>/dev/null
  verdict "$check" $?
done
exit $failed
