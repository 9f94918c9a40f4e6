# What the scripts share. Sourced, with ROOT set.
fail() { echo "$(basename "$0"): $*" >&2; exit 1; }

require() { # THINGS of java, maven, python, venv, curl, git, chromium: tells at once whatever is missing, and how to get it
  local thing lacks=()
  for thing in "$@"; do "has_$thing" || lacks+=("$thing"); done
  [ ${#lacks[@]} -gt 0 ] || return 0
  fail "This machine lacks: ${lacks[*]/#java/JDK-25}. What installs it:
  $(remedy "${lacks[@]}")
infra/setup --install runs it where it may."
}

remedy() { # THINGS: the command for this system
  local system=${SYSTEM:-$( (. /etc/os-release && echo "$ID ${ID_LIKE:-} ${VERSION_ID:-}") 2>/dev/null || uname -s)} thing names=() first="" sudo="sudo "
  [ "$(id -u)" != 0 ] || sudo=""
  case $system in
    *debian* | *ubuntu*)
      for thing in "$@"; do
        case $thing in
          java)
            if ! packaged_java "$system"; then
              # Adoptium's own packages.
              first="${sudo}apt-get install -y ca-certificates curl && ${sudo}mkdir -p /etc/apt/keyrings && curl -fsSL https://packages.adoptium.net/artifactory/api/gpg/key/public | ${sudo}tee /etc/apt/keyrings/adoptium.asc > /dev/null && echo 'deb [signed-by=/etc/apt/keyrings/adoptium.asc] https://packages.adoptium.net/artifactory/deb $(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}") main' | ${sudo}tee /etc/apt/sources.list.d/adoptium.list && "
              names+=(temurin-25-jdk)
            else
              names+=(openjdk-25-jdk-headless)
            fi ;;
          python) names+=(python3) ;;
          venv) names+=(python3-venv) ;;
          chromium) if [[ $system == debian* ]]; then names+=(chromium-headless-shell); else names+=(chromium-browser); fi ;;
          *) names+=("$thing") ;;
        esac
      done
      echo "$first${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends $(printf "%s\n" "${names[@]}" | sort -u | xargs)" ;;
    *fedora* | *rhel*)
      for thing in "$@"; do
        case $thing in
          java) names+=(java-25-openjdk-devel) ;;
          python | venv) names+=(python3) ;;
          *) names+=("$thing") ;;
        esac
      done
      echo "${sudo}dnf install -y $(printf "%s\n" "${names[@]}" | sort -u | xargs)" ;;
    Darwin)
      for thing in "$@"; do
        case $thing in
          java) names+=(openjdk@25) ;;
          python | venv) names+=(python@3.13) ;;
          *) names+=("$thing") ;;
        esac
      done
      echo "brew install $(printf "%s\n" "${names[@]}" | sort -u | xargs)" ;;
    *) echo "your system's installer, for a JDK 25, Maven, Python 3.10 with venv, curl, git and Chromium" ;;
  esac
}

packaged_java() { # SYSTEM: whether apt has a JDK 25; Debian 12 has none newer than 17
  [[ $1 != "debian "*12* ]] || return 1
  ! compgen -G '/var/lib/apt/lists/*_Packages*' > /dev/null || [ -n "$(apt-cache policy openjdk-25-jdk-headless 2> /dev/null)" ]
}

has_java() { # a JDK 25 or newer: JAVA_HOME, or any that is installed
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$("$home/bin/javac" -version 2>&1 | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 25 ] 2>/dev/null; then
      export JAVA_HOME="$home"; return
    fi
  done
  return 1
}

has_python() { # 3.10 or newer
  local name
  for name in python3 python3.13 python3.12 python3.11 python3.10; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
      PYTHON=$name; return
    fi
  done
  return 1
}

has_chromium() { # CHROMIUM, or what is installed: without a window first, which uses half as much of the machine
  for CHROMIUM in "${CHROMIUM:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser; do
    [ ! -x "$CHROMIUM" ] || return 0
  done
  return 1
}

has_venv() { [ -x "$ROOT/.tools/uv/bin/uv" ] || "${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null; }
has_maven() { command -v mvn > /dev/null; }
has_curl() { command -v curl > /dev/null; }
has_git() { command -v git > /dev/null; }

find_java() { require java; }
find_python() { require python; }

find_newest_python() { # 3.13 or newer, which only LocalStack needs
  local candidate
  for candidate in python3 python3.13 python3.14 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[3-9]*/bin/python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 13))' 2>/dev/null; then
      PYTHON=$candidate; return
    fi
  done
  fail "Python 3.13 or newer is missing, for LocalStack. Debian 13 has it as python3"
}

environment() { # NAME REQUIREMENTS [UV OPTIONS]: .tools/NAME, made once for each content of the requirements
  local folder="$ROOT/.tools/$1" file="$ROOT/$2"; shift 2
  if ! cmp -s "$file" "$folder/requirements.txt"; then
    echo "Installing $(basename "$file") ..."
    if [ ! -x "$ROOT/.tools/uv/bin/uv" ]; then
      "$PYTHON" -m venv "$ROOT/.tools/uv"
      "$ROOT/.tools/uv/bin/pip" install --quiet --disable-pip-version-check uv==0.13.9
    fi
    rm -rf "$folder"
    "$ROOT/.tools/uv/bin/uv" venv --quiet --python "$PYTHON" "$folder"
    "$ROOT/.tools/uv/bin/uv" pip install --quiet --python "$folder/bin/python" "$@" -r "$file"
    cp "$file" "$folder/requirements.txt"
  fi
}

chosen() { # CLASSES [CLASS]: all, or the one if it is among them
  if [[ -z ${2:-} ]]; then echo "$1"; elif [[ ",$1," == *",$2,"* ]]; then echo "$2"; fi
}

free_port() { # any
  "$PYTHON" -c 'import socket; probe = socket.socket(); probe.bind(("127.0.0.1", 0)); print(probe.getsockname()[1])'
}

await_service() { # URL PID LOG: until it answers
  local _
  for _ in $(seq 300); do
    curl -sf "$1" > /dev/null && return
    kill -0 "$2" 2>/dev/null || fail "The service ended at once. Its last words are in $3"
    sleep 0.2
  done
  fail "The service did not answer within a minute. Its last words are in $3"
}

end_group() { # PID of a process group: asked first, then killed
  local _
  kill -TERM -- "-$1" 2>/dev/null || true
  for _ in $(seq 20); do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done
  kill -KILL -- "-$1" 2>/dev/null || true
}

build() { # [FOLDERS]: packages the functions and the site, unless nothing has changed since, in these folders neither
  local stamp="$ROOT/infra/target/built" more=("${@/#/$ROOT/}")
  # A test has seen to it, and what is edited while it runs waits for the next.
  [ -z "${BUILT:-}" ] || return 0
  require maven
  if [ ! -f "$stamp" ] || [ -n "$(find "$ROOT/pom.xml" "$ROOT/functions/pom.xml" "$ROOT/functions/src/main" "$ROOT/infra/pom.xml" "$ROOT/infra/src/main" "$ROOT/web" "${more[@]}" -newer "$stamp" -print -quit)" ]; then
    echo "Building ..."
    mkdir -p "$(dirname "$stamp")"
    # What is saved while Maven runs is not built yet.
    touch "$stamp.begun"
    # Maven adds libraries to a package and takes none away.
    [ "$ROOT/functions/pom.xml" -ot "$stamp" ] || rm -rf "$ROOT"/functions/target/lambda/*/lib
    if ! mvn -B -ntp -f "$ROOT/pom.xml" package -DskipTests > "$stamp.log" 2>&1; then
      # A warning fails it, too.
      grep -E '^\[(WARNING|ERROR)\]' "$stamp.log" | head -n 40
      fail "The build failed. All that Maven said is in $stamp.log"
    fi
    site
    mv "$stamp.begun" "$stamp"
  fi
}

site() { # web/ and the code's own documents, as they are uploaded
  "$JAVA_HOME/bin/java" -cp "$ROOT/infra/target/classes:$ROOT/infra/target/lib/*" land.starkeorte.infra.site.BuildSite "$ROOT" "$ROOT/infra/target/site" || fail "The site does not build."
}
