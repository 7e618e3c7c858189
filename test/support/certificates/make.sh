#!/bin/sh
# Makes the certificates that the tests use, all under one authority that nobody but the tests trusts and whose key is
# thrown away. They are committed and valid from 2020 to 2120; this runs only to make all of them anew: sh make.sh
#
#   ca.crt            the authority
#   server.{crt,key}  for localhost, 127.0.0.1 and ::1
#   expired.{crt,key} the same names, over since 2021
#   other.{crt,key}   for other.example
#   stranger.{crt,key} localhost again, signed by itself
#   client.{crt,key}  for a client that logs on by its certificate
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

key "$work/ca.key"
touch "$work/index.txt"
cat > "$work/ca.cnf" <<CNF
[ca]
default_ca = this
[this]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = dn
prompt = no
[dn]
commonName = unused
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
CNF

openssl req -new -key "$work/ca.key" -subj '/CN=comail test authority' -config "$work/ca.cnf" -out "$work/ca.csr"
openssl ca -batch -config "$work/ca.cnf" -selfsign -keyfile "$work/ca.key" -in "$work/ca.csr" -notext \
  -extensions authority -startdate 20200101000000Z -enddate 21200101000000Z -out ca.crt

# leaf NAME COMMON-NAME SUBJECT-ALT-NAME END SIGNER
leaf() {
  key "$1.key"
  openssl req -new -key "$1.key" -subj "/CN=$2" -addext "subjectAltName=$3" -config "$work/ca.cnf" -out "$work/$1.csr"
  if [ "$5" = self ]; then signer="-selfsign -keyfile $1.key"; else signer="-cert ca.crt -keyfile $work/ca.key"; fi
  openssl ca -batch -config "$work/ca.cnf" $signer -in "$work/$1.csr" -notext \
    -extensions leaf -startdate 20200101000000Z -enddate "$4" -out "$1.crt"
}

local='DNS:localhost,IP:127.0.0.1,IP:::1'
leaf server localhost "$local" 21200101000000Z ca
leaf expired localhost "$local" 20210101000000Z ca
leaf other other.example DNS:other.example 21200101000000Z ca
leaf stranger localhost "$local" 21200101000000Z self
leaf client client@example.org email:client@example.org 21200101000000Z ca
