// The print functions of format_table.cpp, one file each family.
#pragma once

#include "query/format/format_table.hpp"

namespace talentflow::query {

Result<std::uint64_t> print_table(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_box(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_markdown(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_line(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_csv(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_tsv(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_json(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
Result<std::uint64_t> print_jsonl(RowStream& rows, const PrintOptions& options, const ByteWriter& write);

}  // namespace talentflow::query
