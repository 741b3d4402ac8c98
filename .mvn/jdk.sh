# Sourced by mvnw and deploy/serve: makes JAVA_HOME point at a JDK 25 or newer, or says what to install.
# A JAVA_HOME that is already new enough is left alone.
xiangpei_jdk_version() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

xiangpei_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && [ -x "$JAVA_HOME/bin/javac" ] && [ "$(xiangpei_jdk_version "$JAVA_HOME")" -ge 25 ] 2>/dev/null; then
    return 0
  fi
  best=""
  best_version=0
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jenv/versions/*; do
    [ -x "$candidate/bin/javac" ] || continue
    version="$(xiangpei_jdk_version "$candidate")"
    # 25 is what is tested; a newer one is taken only when there is no 25.
    if [ "${version:-0}" -eq 25 ]; then
      best="$candidate"
      break
    elif [ "${version:-0}" -gt 25 ] && [ "$version" -gt "$best_version" ]; then
      best="$candidate"
      best_version="$version"
    fi
  done
  if [ -z "$best" ]; then
    echo "Xiangpei needs a JDK 25 and none was found (JAVA_HOME is '${JAVA_HOME-}')." >&2
    echo "Install one, for example Eclipse Temurin 25: Debian 'apt install temurin-25-jdk', macOS 'brew install --cask temurin@25'," >&2
    echo "or any system 'sdk install java 25-tem', or set JAVA_HOME to a JDK 25 that is somewhere else." >&2
    return 1
  fi
  JAVA_HOME="$best"
  export JAVA_HOME
}

xiangpei_find_jdk || exit 1
