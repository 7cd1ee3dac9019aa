#include "ingest/sources/archive/archive.hpp"

#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

std::string octal(std::size_t number, std::size_t width) {
  std::string out(width, '0');
  for (std::size_t i = width; i-- > 0; number /= 8) out[i] = static_cast<char>('0' + number % 8);
  return out;
}

/// One file as a tar has it (POSIX ustar).
std::string tar_file(const std::string& name, const std::string& content, char type = '0') {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  header.replace(100, 8, "0000644" + std::string(1, '\0'));
  header.replace(124, 12, octal(content.size(), 11) + std::string(1, '\0'));
  header.replace(136, 12, octal(0, 11) + std::string(1, '\0'));
  header.replace(148, 8, "        ");
  header[156] = type;
  header.replace(257, 8, std::string("ustar") + '\0' + "00");
  std::size_t sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  header.replace(148, 8, octal(sum, 6) + std::string(1, '\0') + " ");
  return header + content + std::string((512 - content.size() % 512) % 512, '\0');
}
const std::string kTarEnd(1024, '\0');

const std::string kRow = "person,organization,title,start\nExample Person,Example Lab,Scientist,2020\n";

}  // namespace

TEST_CASE("files of an archive are read by the adapters that recognise them") {
  const auto reading = read_text(
      "archive", "all.tar",
      tar_file("dump/a.csv", kRow) +
          tar_file("dump/b.json", R"({"id":"https://ror.org/0example1","names":[],"locations":[]})") +
          tar_file("dump/readme.txt", "nothing to read") + tar_file("dump/empty", "") + kTarEnd);
  CHECK(reading.error == "");
  CHECK(claim(reading, "WORKS_AT") != nullptr);
  CHECK(entity(reading, "ror:0example1") != nullptr);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "dump/readme.txt: no adapter recognises the file");
}

TEST_CASE("a path that leads out of an archive is refused, and so is an archive inside it") {
  const auto reading =
      read_text("archive", "bad.tar",
                tar_file("../../etc/positions.csv", kRow) + tar_file("/etc/positions.csv", kRow) +
                    tar_file("inner.tar", tar_file("a.csv", kRow) + kTarEnd) + tar_file("link.csv", "", '2') +
                    tar_file("good.csv", kRow) + kTarEnd);
  CHECK(count_claims(reading, "WORKS_AT") == 1);
  REQUIRE(reading.rejects.size() == 3);
  CHECK(reading.rejects[0].reason ==
        "../../etc/positions.csv: the path leads out of the archive or cannot be shown; the file is passed "
        "over");
  CHECK(reading.rejects[2].reason == "inner.tar: an archive inside an archive is passed over");
}

TEST_CASE("a broken file of an archive is rejected by its name, the next one is read") {
  const auto reading =
      read_text("archive", "some.tar",
                tar_file("a.xml", "<r:record xmlns:r=\"http://www.orcid.org/ns/record\" path=\"/x\"><a>") +
                    tar_file("b.csv", kRow) + kTarEnd);
  CHECK(count_claims(reading, "WORKS_AT") == 1);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "a.xml: a.xml:1:65: not well-formed XML: no element found");
}

TEST_CASE("a truncated archive keeps what came before") {
  const std::string whole = tar_file("a.csv", kRow) + tar_file("b.csv", std::string(5000, 'x')) + kTarEnd;
  const auto reading = read_text("archive", "cut.tar", whole.substr(0, 1800));
  CHECK(count_claims(reading, "WORKS_AT") == 1);
  CHECK(!reading.error.empty());
}

TEST_CASE("limits of an archive") {
  const std::string tar = tar_file("a.csv", kRow) + tar_file("b.csv", kRow) + kTarEnd;
  ArchiveLimits limits;
  limits.entries = 1;
  const auto open = [&](AdapterInput input) { return open_archive_within(std::move(input), limits); };
  const auto few = read_with(open, "x.tar", tar);
  CHECK(count_claims(few, "WORKS_AT") == 1);
  CHECK(few.error == "x.tar: the archive holds more than 1 files");
  limits.entries = 9;
  limits.entry_bytes = 10;
  CHECK(read_with(open, "x.tar", tar).error == "x.tar: a file of the archive unpacks to more than 10 bytes");
}
