// The portable part of native/common against the vectors of docs/protocol.md, under the sanitizers:
//   common-test test/corpus/protocol/vectors.txt          the vectors
//   common-test --live                                     a service that COMAIL_BRIDGE names
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>

#include "common/frames.h"
#include "common/place.h"
#include "common/service.h"
#include "common/sha256.h"

using namespace comail;

namespace {

int failures = 0;

void expect(bool good, const std::string &what) {
  std::printf("%s %s\n", good ? "ok" : "FAILED", what.c_str());
  if (!good) failures++;
}

Bytes unhex(const std::string &hex) {
  Bytes bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes.push_back(static_cast<uint8_t>(std::strtoul(hex.substr(i, 2).c_str(), nullptr, 16)));
  return bytes;
}

std::map<std::string, Bytes> vectorsOf(const char *path) {
  std::map<std::string, Bytes> vectors;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t blank = line.find(' ');
    if (line.empty() || line[0] == '#' || blank == std::string::npos) continue;
    vectors[line.substr(0, blank)] = unhex(line.substr(blank + 1));
  }
  return vectors;
}

Bytes bytesOf(const char *text) { return Bytes(text, text + std::strlen(text)); }

template <size_t N>
std::array<uint8_t, N> fixed(const Bytes &bytes) {
  std::array<uint8_t, N> array = {};
  std::memcpy(array.data(), bytes.data(), std::min(N, bytes.size()));
  return array;
}

void hashes() {
  // FIPS 180-4, examples; RFC 4231 section 4.2, 4.3 and 4.7.
  const auto sha = [](const Bytes &text) {
    Sha256 hash;
    hash.add(text.data(), text.size());
    const Digest digest = hash.finish();
    return Bytes(digest.begin(), digest.end());
  };
  const auto hmac = [](const Bytes &key, const Bytes &text) {
    const Digest digest = hmacSha256(key.data(), key.size(), text.data(), text.size());
    return Bytes(digest.begin(), digest.end());
  };
  expect(sha({}) == unhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "sha256 of nothing");
  expect(sha(bytesOf("abc")) == unhex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "sha256 of abc");
  expect(sha(Bytes(1'000'000, 'a')) == unhex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
         "sha256 of a million a");
  expect(hmac(Bytes(20, 0x0b), bytesOf("Hi There")) ==
             unhex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"), "hmac, case 1");
  expect(hmac(bytesOf("Jefe"), bytesOf("what do ya want for nothing?")) ==
             unhex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"), "hmac, case 2");
  expect(hmac(Bytes(131, 0xaa), bytesOf("Test Using Larger Than Block-Size Key - Hash Key First")) ==
             unhex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"), "hmac, a long key");
}

void greeting(std::map<std::string, Bytes> &vectors) {
  const auto secret = fixed<32>(vectors["greeting.secret"]);
  const auto service = fixed<80>(vectors["greeting.service_hello"]);
  std::array<uint8_t, 32> nonce;
  for (size_t i = 0; i < nonce.size(); i++) nonce[i] = static_cast<uint8_t>(0x20 + i);
  const HostHello hello = hostHello(nonce);
  expect(Bytes(hello.begin(), hello.end()) == vectors["greeting.host_hello"], "greeting.host_hello");
  expect(isService(secret, hello, service), "greeting.service_hello");
  for (const size_t at : {size_t{0}, size_t{8}, size_t{20}, size_t{79}}) {
    auto forged = service;
    forged[at] ^= 1;
    expect(!isService(secret, hello, forged), "a service's hello with another byte " + std::to_string(at));
  }
  const Proof proof = hostProof(secret, hello, service);
  expect(Bytes(proof.begin(), proof.end()) == vectors["greeting.host_proof"], "greeting.host_proof");
}

void values(std::map<std::string, Bytes> &vectors) {
  const std::u16string euro = u"a\u20AC\U0001F600", empty;
  const Guid callback = guid(0x1F636C02, 0x364E, 0x11D0, {0x81, 0xD3, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4});
  const Guid shared = guid(0x0DF2C7E1, 0x3435, 0x11D0, {0x81, 0xD0, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4});
  const Guid both[] = {callback, shared};
  const uint8_t two[] = {0x00, 0xff};
  expect(Writer().text(nullptr).written() == vectors["value.text_null"], "value.text_null");
  expect(Writer().text(empty).written() == vectors["value.text_empty"], "value.text_empty");
  expect(Writer().text(euro).written() == vectors["value.text_euro"], "value.text_euro");
  expect(Writer().bytes(nullptr, 0).written() == vectors["value.bytes_null"], "value.bytes_null");
  expect(Writer().bytes(two, 2).written() == vectors["value.bytes"], "value.bytes");
  expect(Writer().hostObject(0, nullptr, 0).written() == vectors["value.reference_null"], "value.reference_null");
  expect(Writer().hostObject(0x0102030405060708, both, 2).written() == vectors["value.reference_two_interfaces"],
         "value.reference_two_interfaces");

  std::u16string text;
  Bytes bytes;
  const auto reader = [&vectors](const char *name) { return Reader(vectors[name].data(), vectors[name].size()); };
  Reader in = reader("value.text_euro");
  expect(in.text(text) && text == euro && in.finished(), "a text is read");
  in = reader("value.text_null");
  expect(!in.text(text) && in.finished(), "no text is read");
  in = reader("value.bytes");
  expect(in.bytes(bytes) && bytes == Bytes({0x00, 0xff}) && in.finished(), "bytes are read");
  in = reader("value.reference_two_interfaces");
  const Reference reference = in.reference();
  expect(reference.kind == Reference::kHost && reference.number == 0x0102030405060708 && reference.iids.size() == 2 &&
             reference.iids[1] == shared && in.finished(), "a reference is read");
}

/** Frames that are no calls, as they are written and read. */
void frames(std::map<std::string, Bytes> &vectors) {
  const auto framed = [](unsigned kind, const Writer &body) {
    Writer whole;
    return whole.u32(static_cast<uint32_t>(body.size())).u32(kind).u32(0).raw(body.written().data(), body.size()).written();
  };
  expect(framed(kRelease, Writer().u64(1).u32(3)) == vectors["frame.release"], "frame.release");
  expect(framed(kLetGo, Writer().u64(7).u32(1).u64(8).u32(2)) == vectors["frame.letgo"], "frame.letgo");
  std::u16string text;
  const auto body = [&vectors](const char *name, unsigned kind) {
    const Bytes &bytes = vectors[name];
    const Header head = headerOf(bytes.data());
    expect(head.kind == kind && head.number == 0 && head.length == bytes.size() - kHeaderBytes, name);
    return Reader(bytes.data() + kHeaderBytes, head.length);
  };
  Reader in = body("frame.welcome", kWelcome);
  const bool limits = in.u32() == 0x4000000 && in.u32() == 0x10000 && in.u32() == 256 && in.u32() == 256;
  expect(limits && in.text(text) && text == u"comail" && in.finished(), "frame.welcome");
  in = body("frame.fault", kFault);
  expect(in.u32() == 4 && in.text(text) && text == u"object 9 is not of this connection" && in.finished(), "frame.fault");
}

/** Every value cut short anywhere, and with each byte at its highest, is refused or read: never beyond its end. */
void brokenValues(std::map<std::string, Bytes> &vectors) {
  size_t tried = 0;
  const auto read = [](const Bytes &bytes) {
    std::u16string text;
    Bytes some;
    uint32_t many = 0;
    Reader(bytes.data(), bytes.size()).text(text);
    Reader(bytes.data(), bytes.size()).bytes(some);
    Reader(bytes.data(), bytes.size()).reference();
    Reader(bytes.data(), bytes.size()).count(many, 4);
    Reader(bytes.data(), bytes.size()).there();
  };
  for (const auto &[name, bytes] : vectors)
    for (size_t at = 0; at < bytes.size(); at++, tried++) {
      read(Bytes(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(at)));
      Bytes changed = bytes;
      changed[at] = 0xFF;
      read(changed);
    }
  expect(tried > 500, "broken values are read safely");
  const uint8_t longest[] = {0xFE, 0xFF, 0xFF, 0xFF, 0, 0};
  std::u16string text;
  Reader in(longest, sizeof longest);
  expect(!in.text(text) && !in.good(), "a text longer than its frame");
}

void place() {
  Place where;
  const std::string secret(64, 'a');
  expect(parsePlace("comail-bridge 1\nport 49152\nsecret " + secret + "\nprocess 1-2-3\nfuture word\n", where) &&
             where.port == 49152 && where.secret[31] == 0xaa, "the file is read");
  expect(!parsePlace("comail-bridge 2\nport 49152\nsecret " + secret + "\n", where), "another form is passed over");
  expect(!parsePlace("comail-bridge 1\nport 0\nsecret " + secret + "\n", where), "port 0");
  expect(!parsePlace("comail-bridge 1\nport 65536\nsecret " + secret + "\n", where), "port 65536");
  expect(!parsePlace("comail-bridge 1\nport 5\nsecret " + secret.substr(1) + "\n", where), "a short secret");
  expect(!parsePlace("comail-bridge 1\nsecret " + secret + "\n", where) && !parsePlace("", where), "half a file");
}

/** Makes a transport in the service, asks it something, gives it back. */
void live() {
  const Guid activation = guid(0xC0A11B01, 0x2E5B, 0x4F1C, {0x9A, 0x37, 0x6D, 0x0F, 0x4B, 0x8E, 0x1A, 0x01});
  const Guid transport = guid(0x0DF2C7E2, 0x3435, 0x11D0, {0x81, 0xD0, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4});
  const Guid clsid = guid(0xFD853CE6, 0x7F86, 0x11D0, {0x82, 0x52, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4});
  const auto channel = service();
  expect(channel != nullptr, "the service is there");
  if (!channel) return;
  Writer in;
  in.u8(1).guid(clsid).u8(Reference::kNone).u32(1).u8(1).guid(transport);
  Answer answer;
  expect(channel->call(0, activation, 3, in, answer) == Channel::Sent::kAnswered && answer.code == 0, "CoCreateInstance");
  Reader out = answer.outputs();
  const Reference made = out.reference();
  expect(out.finished() && made.kind == Reference::kService, "an object of the service");
  expect(channel->call(made.number, transport, 11, Writer(), answer) == Channel::Sent::kAnswered && answer.code == 0, "GetStatus");
  out = answer.outputs();
  expect(out.u32() == 8 && out.finished(), "IXP_DISCONNECTED");
  channel->release(made.number, 1);
  leaveService();
  expect(channel->call(0, activation, 3, in, answer) == Channel::Sent::kLost, "a call after the end");
}

}  // namespace

int main(int count, char **arguments) {
  if (count == 2 && std::string(arguments[1]) == "--live") {
    live();
  } else if (count == 2) {
    auto vectors = vectorsOf(arguments[1]);
    expect(vectors.size() > 20, "the vectors are there");
    hashes();
    greeting(vectors);
    values(vectors);
    frames(vectors);
    brokenValues(vectors);
    place();
  } else {
    return 2;
  }
  std::printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
