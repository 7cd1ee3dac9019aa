// Archives (tar, zip, ..): every file inside is read by the adapter that recognises it, without unpacking to
// disk.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kArchiveVersion = 1;

/// What an archive may hold. Beyond a limit, reading ends with ErrorCode::budget; what came before stays.
struct ArchiveLimits {
  std::uint64_t entries = 50'000'000;
  std::uint64_t entry_bytes = 64ULL << 30;  ///< of one file, unpacked
  std::uint64_t ratio = 200;  ///< unpacked bytes per byte of the archive, judged after the first 16 MiB
};

int sniff_archive(std::string_view name, std::string_view head);
int order_archive(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_archive(AdapterInput input);
Result<std::unique_ptr<Adapter>> open_archive_within(AdapterInput input, ArchiveLimits limits);

}  // namespace talentflow::ingest
