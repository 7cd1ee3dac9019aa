#include "schema/codec/columns.hpp"

#include <cstring>
#include <vector>

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include "schema/records.capnp.h"

namespace talentflow::codec {
namespace {

constexpr std::size_t kMaxBlob = (1U << 29) - 8;

capnp::Data::Reader data_of(std::string_view bytes) {
  return {reinterpret_cast<const kj::byte*>(bytes.data()), bytes.size()};
}
std::string_view view_of(capnp::Data::Reader data) {
  return {reinterpret_cast<const char*>(data.begin()), data.size()};
}

}  // namespace

Result<std::string> encode(const ColumnsView& columns) {
  if (columns.entries.size() > kMaxBlob || columns.ends.size() > kMaxBlob || columns.bytes.size() > kMaxBlob)
    return make_error(ErrorCode::invalid_input, "", "a piece of derived columns is larger than 512 MiB");
  const std::size_t bytes = columns.entries.size() + columns.ends.size() + columns.bytes.size();
  capnp::MallocMessageBuilder message(static_cast<unsigned>(bytes / sizeof(capnp::word) + 32));
  auto out = message.initRoot<records::Columns>();
  out.setLayout(columns.layout);
  out.setCount(columns.count);
  out.setEntries(data_of(columns.entries));
  out.setEnds(data_of(columns.ends));
  out.setBytes(data_of(columns.bytes));
  const auto words = capnp::messageToFlatArray(message);
  return std::string(reinterpret_cast<const char*>(words.begin()), words.size() * sizeof(capnp::word));
}

Result<void> decode(std::string_view message, const std::function<Result<void>(const ColumnsView&)>& read) {
  const std::size_t count = message.size() / sizeof(capnp::word);
  std::vector<capnp::word> copy;
  const auto* words = reinterpret_cast<const capnp::word*>(message.data());
  if (reinterpret_cast<std::uintptr_t>(message.data()) % alignof(std::uint64_t) != 0) {
    copy.resize(count);
    std::memcpy(static_cast<void*>(copy.data()), message.data(), count * sizeof(capnp::word));
    words = copy.data();
  }
  capnp::ReaderOptions limits;
  limits.traversalLimitInWords = count + 64;
  limits.nestingLimit = 4;
  ColumnsView columns;
  std::string problem;
  try {
    capnp::FlatArrayMessageReader reader(kj::arrayPtr(words, count), limits);
    const auto in = reader.getRoot<records::Columns>();
    columns = {in.getLayout(), in.getCount(), view_of(in.getEntries()), view_of(in.getEnds()),
               view_of(in.getBytes())};
  } catch (const kj::Exception& exception) {
    problem = exception.getDescription().cStr();
  }
  if (!problem.empty())
    return make_error(ErrorCode::damaged, "", "derived columns cannot be read: " + problem);
  return read(columns);
}

}  // namespace talentflow::codec
