#!/bin/sh
# Makes what the cluster needs and nobody else may have: an authority, a certificate for each node and one for who looks
# after them (made/), passwords (.env), and the folder of snapshots. Once: what is there already is left as it is.
# Needs openssl and docker; as root, so that the nodes' user (1000) may read its keys.
set -eu
cd "$(dirname "$0")"
IMAGE=opensearchproject/opensearch:2.19.6
DAYS=825
NODES_USER=1000
umask 077
mkdir -p made snapshots

# key NAME: a private key that Java reads (PKCS#8).
key() { openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "made/$1" 2>/dev/null; }

# certificate NAME EXTENSIONS: a certificate of that name, signed by the authority.
certificate() {
  [ -e "made/$1.pem" ] && return
  key "$1-key.pem"
  openssl req -new -key "made/$1-key.pem" -subj "/O=jianbao/CN=$1" -out "made/$1.csr"
  printf '%s\n' "$2" >"made/$1.ext"
  openssl x509 -req -sha256 -days "$DAYS" -in "made/$1.csr" -CA made/ca.pem -CAkey made/ca-key.pem -CAcreateserial \
    -extfile "made/$1.ext" -out "made/$1.pem" 2>/dev/null
  rm "made/$1.csr" "made/$1.ext"
}

if [ ! -e made/ca.pem ]; then
  key ca-key.pem
  openssl req -x509 -new -sha256 -days 3650 -key made/ca-key.pem -subj "/O=jianbao/CN=authority" -out made/ca.pem
fi
for node in opensearch1 opensearch2 opensearch3; do
  certificate "$node" "subjectAltName=DNS:$node,DNS:localhost,IP:127.0.0.1
extendedKeyUsage=serverAuth,clientAuth"
done
certificate admin "extendedKeyUsage=clientAuth"

if [ ! -e .env ]; then
  printf 'INDEX_PASSWORD=%s\nADMIN_PASSWORD=%s\n' "$(openssl rand -hex 24)" "$(openssl rand -hex 24)" >.env
fi
. ./.env

# hash PASSWORD: as OpenSearch keeps it. The last line: a word to users of the tool may come first.
hash() {
  docker run --rm --env "PASSWORD=$1" "$IMAGE" bash plugins/opensearch-security/tools/hash.sh -env PASSWORD | tail -n 1
}

if [ ! -e made/internal_users.yml ]; then
  bot=$(hash "$INDEX_PASSWORD")
  admin=$(hash "$ADMIN_PASSWORD")
  cat >made/internal_users.yml <<USERS
_meta:
  type: internalusers
  config_version: 2

admin:
  hash: "$admin"
  reserved: true

jianbao:
  hash: "$bot"
  reserved: false
USERS
fi

# The bot's user reads the authority's certificate; everything else is for the nodes alone.
chmod 644 made/ca.pem
chmod 711 made
chown "$NODES_USER" snapshots made/opensearch*.pem made/internal_users.yml
echo 'Prepared. "docker compose up -d" starts it.'
