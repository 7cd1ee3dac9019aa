#include "ingest/bytes/read_buffer.hpp"

#include <cstring>

namespace talentflow::ingest {

Result<bool> ReadBuffer::refill(ByteSource& source) {
  if (ended) return false;
  if (begin > 0) {
    std::memmove(bytes.data(), bytes.data() + begin, end - begin);
    end -= begin;
    begin = 0;
  }
  if (end == bytes.size()) bytes.resize(bytes.size() * 2);
  auto got = source.read(bytes.data() + end, bytes.size() - end);
  if (!got) return got.error();
  ended = *got == 0;
  end += *got;
  return *got > 0;
}

}  // namespace talentflow::ingest
