// Families that are read by the first part of their keys: an entity's claims, a name's entities. A file's
// filter tells which of these parts it has, so that a read by one looks only into files that have it.
// Included by rocks_*.cpp alone.
#pragma once

#include <memory>
#include <string_view>

#include <rocksdb/slice_transform.h>

#include "graph/store/key_value.hpp"

namespace talentflow::graph::rocks {

/// The first part of the family's keys: an entity's 4 bytes, or a text and its zero byte. Null for families
/// that are not read so.
std::shared_ptr<const rocksdb::SliceTransform> prefixes_of(Family family);
/// Is the text the whole first part of keys of the family?
bool is_whole_prefix(Family family, std::string_view text);

}  // namespace talentflow::graph::rocks
