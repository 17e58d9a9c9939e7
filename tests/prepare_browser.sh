#!/bin/sh
# A Chromium for the journeys: the installed one, else Debian's where apt is there and we are root, else one sentence.
for name in chromium chromium-browser google-chrome; do
	command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
	echo "Installing Chromium for the browser tests ..."
	{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 && exit 0
fi
echo "No Chromium found: the browser journeys are skipped. Install the package chromium (as root: apt-get install chromium) to run them."
exit 0
