#!/bin/sh
# Installs grantdesk from this folder: for you alone (into ~/.local), or with PREFIX for everybody: install.sh /usr/local
# `install.sh --remove [PREFIX]` takes it away again. Your applications, backups and preferences are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=
[ "${1:-}" = --remove ] && remove=yes && shift
prefix=${1:-$HOME/.local}
share=$prefix/share

refresh() {  # tells the desktop what has changed; a system without these programs needs none of them
    command -v update-mime-database >/dev/null && update-mime-database "$share/mime" || true
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$share/applications" || true
    command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || true
}

(cd "$here/share" && find . -type f) | while read -r file; do
    if [ "$remove" ]; then rm -f "$share/$file"; else install -D -m 644 "$here/share/$file" "$share/$file"; fi
done
rm -rf "$prefix/lib/grantdesk" "$prefix/bin/grantdesk"
if [ ! "$remove" ]; then
    mkdir -p "$prefix/lib/grantdesk" "$prefix/bin"
    cp -R "$here/grantdesk" "$here/_internal" "$here/LICENSE" "$here/licences" "$prefix/lib/grantdesk/"
    ln -s ../lib/grantdesk/grantdesk "$prefix/bin/grantdesk"
fi
refresh
echo "grantdesk is ${remove:+no longer }installed in $prefix."
