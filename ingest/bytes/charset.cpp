#include "ingest/bytes/charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include <iconv.h>
#include <simdjson.h>

#include "ingest/bytes/byte_source.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

/// The names that pages and feeds use, and the set that is meant: the web means more by some than they say.
/// Others are refused, so that no file chooses which converter of the system runs.
struct Charset {
  std::string_view name, set;
};
constexpr Charset kCharsets[] = {
    {"gb2312", "GB18030"},        {"gb_2312-80", "GB18030"},    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},         {"gb18030", "GB18030"},       {"hz-gb-2312", "GB18030"},
    {"big5", "BIG5-HKSCS"},       {"big5-hkscs", "BIG5-HKSCS"}, {"shift_jis", "CP932"},
    {"x-sjis", "CP932"},          {"euc-jp", "EUC-JP"},         {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},  {"iso-8859-1", "CP1252"},     {"latin1", "CP1252"},
    {"windows-1252", "CP1252"},   {"cp1252", "CP1252"},         {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},   {"windows-1253", "CP1253"},   {"windows-1254", "CP1254"},
    {"windows-1256", "CP1256"},   {"iso-8859-2", "ISO-8859-2"}, {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-7", "ISO-8859-7"}, {"iso-8859-9", "CP1254"},     {"iso-8859-15", "ISO-8859-15"},
    {"koi8-r", "KOI8-R"},         {"koi8-u", "KOI8-U"},         {"utf-16", "UTF-16"},
    {"utf-16le", "UTF-16LE"},     {"utf-16be", "UTF-16BE"}};

const char* set_of(std::string_view charset) {
  const std::string name = ascii_lower(charset);
  const auto* const found = std::find_if(std::begin(kCharsets), std::end(kCharsets),
                                         [&](const Charset& each) { return each.name == name; });
  return found == std::end(kCharsets) ? nullptr : found->set.data();
}

/// How long the character is that begins a text, or 0 when no character does.
std::size_t character_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length > text.size()) return 0;
  return simdjson::validate_utf8(text.data(), length) ? length : 0;
}

class Transcoded final : public ByteSource {
 public:
  Transcoded(ByteSource& inner, std::unique_ptr<Transcoder> transcoder)
      : inner_(inner), transcoder_(std::move(transcoder)) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    while (given_ == ready_.size() && !ended_) {
      ready_.clear();
      given_ = 0;
      auto got = inner_.read(raw_.data(), raw_.size());
      if (!got) return got;
      ended_ = *got == 0;
      transcoder_->convert({raw_.data(), *got}, ended_, ready_);
    }
    const std::size_t count = std::min(size, ready_.size() - given_);
    std::copy_n(ready_.data() + given_, count, buffer);
    given_ += count;
    return count;
  }
  const std::string& name() const override { return inner_.name(); }
  std::uint64_t consumed() const override { return inner_.consumed(); }
  std::uint64_t size() const override { return inner_.size(); }

 private:
  ByteSource& inner_;
  std::unique_ptr<Transcoder> transcoder_;
  std::array<char, 16 << 10> raw_{};
  std::string ready_;
  std::size_t given_ = 0;
  bool ended_ = false;
};

/// A transcoded source that owns what it reads.
class OwnedTranscoded final : public ByteSource {
 public:
  OwnedTranscoded(std::unique_ptr<ByteSource> inner, std::unique_ptr<Transcoder> transcoder)
      : inner_(std::move(inner)), transcoded_(*inner_, std::move(transcoder)) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override { return transcoded_.read(buffer, size); }
  const std::string& name() const override { return inner_->name(); }
  std::uint64_t consumed() const override { return inner_->consumed(); }
  std::uint64_t size() const override { return inner_->size(); }

 private:
  std::unique_ptr<ByteSource> inner_;
  Transcoded transcoded_;
};

}  // namespace

Result<std::unique_ptr<Transcoder>> Transcoder::from(std::string_view charset) {
  const char* const set = set_of(charset);
  const iconv_t handle = set == nullptr ? reinterpret_cast<iconv_t>(-1) : iconv_open("UTF-8", set);
  // iconv says "none" by a pointer made of -1, which its own header casts.
  if (handle == reinterpret_cast<iconv_t>(-1))
    return make_error(
        ErrorCode::invalid_input, "",
        "the character set \"" + std::string(charset) + "\" is not known; save the file as UTF-8");
  return std::unique_ptr<Transcoder>(new Transcoder(handle));
}

Transcoder::~Transcoder() { iconv_close(handle_); }

void Transcoder::convert(std::string_view bytes, bool last, std::string& out) {
  waiting_ += bytes;
  char* from = waiting_.data();
  std::size_t left = waiting_.size();
  std::array<char, 4096> piece{};
  while (left > 0) {
    char* to = piece.data();
    std::size_t room = piece.size();
    const bool done = iconv(handle_, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    const int problem = done ? 0 : errno;
    out.append(piece.data(), piece.size() - room);
    if (problem == EINVAL && !last) break;  // a character that goes on in the next piece
    if (problem == EILSEQ || problem == EINVAL) {
      out += kReplacement;
      ++from;
      --left;
    }
  }
  waiting_.erase(0, waiting_.size() - left);
}

std::string repaired_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::string(text);
  std::string out;
  out.reserve(text.size() + 64);
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    out += length > 0 ? text.substr(0, length) : kReplacement;
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

bool is_utf8(std::string_view charset) {
  const std::string name = ascii_lower(charset);
  return name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

std::unique_ptr<ByteSource> transcoded(ByteSource& inner, std::unique_ptr<Transcoder> transcoder) {
  return std::make_unique<Transcoded>(inner, std::move(transcoder));
}

Result<std::unique_ptr<ByteSource>> utf16_as_utf8(std::unique_ptr<ByteSource> inner) {
  auto peek = std::make_unique<PeekSource>(std::move(inner));
  auto head = peek->head(2);
  if (!head) return head.error();
  if (!head->starts_with("\xFF\xFE") && !head->starts_with("\xFE\xFF"))
    return std::unique_ptr<ByteSource>(std::move(peek));
  auto transcoder = Transcoder::from("utf-16");  // which reads the mark, and leaves it out
  if (!transcoder) return transcoder.error();
  return std::unique_ptr<ByteSource>(std::make_unique<OwnedTranscoded>(std::move(peek), transcoder.take()));
}

}  // namespace talentflow::ingest
