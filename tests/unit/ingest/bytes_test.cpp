#include <zlib.h>
#include <zstd.h>

#include "doctest/doctest.h"
#include "ingest/bytes/byte_source.hpp"
#include "ingest/bytes/line_reader.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using talentflow::ingest::testing::TemporaryFolder;

namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

std::string content(const std::string& path, const ByteLimits& limits = {}) {
  auto source = open_file(path, limits);
  if (!source) return "error: " + source.error().message;
  auto all = read_all(**source, 1 << 26);
  return all ? *all : "error: " + all.error().message;
}

std::string mixed_text() {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "line " + std::to_string(i * 7919 % 10007) + "\n";
  return text;
}

}  // namespace

TEST_CASE("files, gzip and zstd give the same bytes") {
  const TemporaryFolder folder;
  const std::string text = mixed_text();
  CHECK(content(folder.file("plain", text)) == text);
  CHECK(content(folder.file("a.gz", gzip(text))) == text);
  CHECK(content(folder.file("two-members.gz", gzip(text) + gzip(text))) == text + text);
  CHECK(content(folder.file("a.zst", zstd(text))) == text);
  CHECK(content(folder.file("two-frames.zst", zstd(text) + zstd(text))) == text + text);
}

TEST_CASE("what is no readable file is said in one sentence") {
  const TemporaryFolder folder;
  auto missing = open_file(folder.path() + "/none.csv", {});
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().message == "no such file or directory");
  auto directory = open_file(folder.path(), {});
  CHECK(directory.error().code == ErrorCode::invalid_input);
  CHECK(directory.error().message == "is a directory where a file is needed");
  auto empty = open_file(folder.file("empty.csv", ""), {});
  CHECK(empty.error().message == "the file is empty; there is nothing to read");
}

TEST_CASE("damaged and cut-off streams are errors with a position") {
  const TemporaryFolder folder;
  const std::string text = mixed_text();
  const std::string packed = gzip(text);
  CHECK(content(folder.file("cut.gz", packed.substr(0, packed.size() / 2)))
            .find("gzip stream is cut off after") != std::string::npos);
  const std::string frame = zstd(text);
  CHECK(content(folder.file("cut.zst", frame.substr(0, frame.size() / 2)))
            .find("zstd stream is cut off after") != std::string::npos);
  std::string broken = packed;
  for (std::size_t i = 100; i < 140; ++i) broken[i] = static_cast<char>(0xff);
  CHECK(content(folder.file("broken.gz", broken)).find("gzip stream is damaged after") != std::string::npos);
}

TEST_CASE("a bomb stops at the ratio or at the size") {
  const TemporaryFolder folder;
  const std::string zeros(std::size_t{32} << 20, '\0');
  CHECK(content(folder.file("bomb.gz", gzip(zeros))) ==
        "error: unpacks to more than 200 times its size; raise the limit on the ratio if that is meant");
  CHECK(content(folder.file("bomb.zst", zstd(zeros))) ==
        "error: unpacks to more than 200 times its size; raise the limit on the ratio if that is meant");
  CHECK(content(folder.file("large.gz", gzip(mixed_text())), {.ratio = 1000, .unpacked_bytes = 1000}) ==
        "error: unpacks to more than 1000 bytes; raise the limit on unpacked bytes if that is meant");
}

TEST_CASE("lines: ends, byte order mark, no end at the end, longer than allowed") {
  const auto source = memory_source("x", "\xEF\xBB\xBFone\r\ntwo\n\n" + std::string(50, 'y') + "\nlast");
  LineReader reader(*source, 20);
  LineReader::Line line;
  std::vector<std::string> seen;
  while (*reader.next(line))
    seen.push_back(std::to_string(line.number) + (line.cut ? "!" : ":") + std::string(line.text));
  CHECK(seen == std::vector<std::string>{"1:one", "2:two", "3:", "4!" + std::string(20, 'y'), "5:last"});
}

TEST_CASE("a line longer than the buffer is cut and the next one is whole") {
  const auto source = memory_source("x", std::string(3'000'000, 'a') + "\nnext\n");
  LineReader reader(*source, 1000);
  LineReader::Line line;
  REQUIRE(*reader.next(line));
  CHECK(line.cut);
  CHECK(line.text == std::string(1000, 'a'));
  REQUIRE(*reader.next(line));
  CHECK(line.text == "next");
  CHECK(line.number == 2);
}
