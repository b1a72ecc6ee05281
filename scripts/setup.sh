# Finds or installs what LangMap needs and builds it. Sourced by the other scripts, never run by itself.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$root/server/target/langmap.jar
built=$root/server/target/built   # written last, so that a build broken off is seen
log=$(mktemp "${TMPDIR:-/tmp}/langmap-setup.$$.XXXXXX")
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT   # or a program that ends well on Ctrl-C would have us go on
if [ -n "${JAVA_HOME:-}" ]; then PATH=$JAVA_HOME/bin:$PATH; fi

die() {
  printf 'LangMap: %s\n' "$1" >&2
  exit 1
}

has() { command -v "$1" > /dev/null 2>&1; }

# Lets a program take our place; no trap sees that, so what it would do is done before.
become() {
  rm -f "$log"
  exec "$@"
}

become_maven() {
  become mvn -B -ntp -f "$root/pom.xml" -Dsurefire.failIfNoSpecifiedTests=false "$@"
}

# Runs a command, which Ctrl-C reaches, quietly, and tells at a terminal the seconds it has taken so far.
quietly() {
  local what=$1 begin=$SECONDS code=0 ticker=
  shift
  if [ -t 1 ]; then
    while sleep 1 && [ -e "$log" ]; do printf '\r%s … %d s' "$what" $((SECONDS - begin)); done &
    ticker=$!
    disown
  fi
  "$@" > "$log" 2>&1 || code=$?
  if [ -n "$ticker" ]; then kill "$ticker"; printf '\r\033[K'; fi
  [ "$code" != 0 ] || printf '%-78s %4d s\n' "$what" $((SECONDS - begin))
  return "$code"
}

java_is_new_enough() {
  local javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac   # as Maven finds it
  has "$javac" && [ "$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')0" -ge 170 ]
}

# True if a PostgreSQL has all the named extensions.
extensions_are_there() {
  local folder version name
  for folder in /usr/share/postgresql/*/extension "$(has initdb && has pg_config && pg_config --sharedir)/extension"; do
    version=$(basename "$(dirname "$folder")")
    if [[ $version =~ ^[0-9]+$ ]]; then [ "$version" -ge 15 ] && [ -x "/usr/lib/postgresql/$version/bin/initdb" ] || continue; fi
    for name in "$@"; do [ -e "$folder/$name.control" ] || continue 2; done
    return 0
  done
  return 1
}

# Prints the Debian packages that are missing; "browser" asks for what the browser tests need as well.
missing_packages() {
  [ -n "${JAVA_HOME:-}" ] || java_is_new_enough || echo default-jdk-headless
  has mvn || echo maven
  [ -n "${LANGMAP_DATABASE_URL:-}" ] || extensions_are_there postgis || echo postgresql-NN-postgis-3   # NN is what the system offers
  [ -n "${LANGMAP_DATABASE_URL:-}" ] || extensions_are_there postgis pgrouting || echo postgresql-NN-pgrouting
  has ogr2ogr || echo gdal-bin
  if [ "${1:-}" = browser ]; then
    has chromium || echo chromium
    [ -d /usr/share/fonts/truetype/noto ] || echo fonts-noto-core
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt() { as_root env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive apt-get "$@"; }

install_packages() {
  local packages=("$@")
  has apt-get || die "there is no apt-get here: install what Debian calls ${packages[*]} by hand, then run this again."
  [ "$(id -u)" = 0 ] || { has sudo && sudo -v; } || die "this machine lacks ${packages[*]}: run this once as root, or as a user who may use sudo."
  # PostgreSQL would make and start a server for the whole system; LangMap runs its own.
  if ! has pg_createcluster && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf > /dev/null
  fi
  quietly "Reading the package lists" apt update \
    || die "the package lists could not be fetched ($(grep -m 1 '^[EW]:' "$log" || tail -n 1 "$log")). Is the network there?"
  # Without the network apt only warns here, and goes on with lists that are old or empty.
  local names=() name number= offline=
  if grep -q '^W: Failed to fetch' "$log"; then offline=" Is the network there?"; fi
  for name in "${packages[@]}"; do
    [[ $name != *-NN-* ]] || number=$(apt-cache search --names-only "^${name/NN/[0-9]+}\$" | sed 's/^postgresql-\([0-9]*\).*/\1/' | sort -n | tail -n 1)
    [[ $name != *-NN-* || -n $number ]] || die "this system offers no package $name: install PostgreSQL 15 or newer with PostGIS 3.3 or newer and pgRouting.$offline"
    names+=("${name/NN/$number}")
  done
  quietly "Installing ${names[*]}" apt install -y --no-install-recommends -o Dpkg::Options::=--force-confold "${names[@]}" \
    || die "the packages ${names[*]} could not be installed ($(grep -m 1 '^E:' "$log" || tail -n 1 "$log")).$offline"
}

set_up() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" = 0 ] || install_packages "${missing[@]}"
  java_is_new_enough || die "${JAVA_HOME:-$(command -v javac)} is not a JDK 17 or newer: set JAVA_HOME to one that is, or unset it."
}

# Builds the program if a source is newer than it.
build() {
  if [ -e "$jar" ] && [ -e "$built" ] && [ -z "$(find "$root/pom.xml" "$root/web/pom.xml" "$root/web/src" "$root/server/pom.xml" "$root/server/src/main" \
      -newer "$built" -print -quit)" ]; then
    return
  fi
  rm -f "$jar"   # a LangMap that runs keeps the file it started from
  quietly "Building LangMap (the first time its libraries are fetched)" mvn -B -ntp -f "$root/pom.xml" package -DskipTests \
    || die "the build failed: $(grep -m 1 '^\[ERROR\]' "$log" || tail -n 1 "$log"). If libraries could not be fetched, is the network there?"
  touch "$built"
}
