// Sorted files, one a family, taken over by the database all at once.
#include <rocksdb/env.h>
#include <rocksdb/sst_file_writer.h>
#include <unistd.h>

#include "graph/store/rocks_internal.hpp"
#include "graph/store/rocks_keeping_files.hpp"

namespace talentflow::graph::rocks {
namespace {

class RocksSortedWriter final : public SortedWriter {
 public:
  RocksSortedWriter(Database& database, const StoreDirectory& directory, KeepingFileSystem& keeper,
                    std::string name)
      : database_(database),
        keeper_(keeper),
        path_(directory.path()),
        prefix_(directory.incoming() + "/" + std::move(name) + ".") {}

  ~RocksSortedWriter() override {
    for (const File& file : files_)
      if (file.writer) ::unlink(file.path.c_str());  // gone already after a commit
  }

  Result<void> put(Family family, std::string_view key, std::string_view value) override {
    File& file = files_[index_of(family)];
    if (!file.writer) TALENTFLOW_TRY(open(family, file));
    const rocksdb::Status status = file.writer->Put(slice(key), slice(value));
    if (status.ok()) return {};
    if (status.IsInvalidArgument())
      return make_error(ErrorCode::internal, std::string(family_name(family)), "sorted keys out of order");
    return failure(status);
  }

  Result<void> close(Family family) override {
    File& file = files_[index_of(family)];
    if (!file.writer || file.closed) return {};
    file.closed = true;
    const rocksdb::Status status = file.writer->Finish();
    return status.ok() ? Result<void>() : failure(status);
  }

  Result<void> commit() override {
    std::vector<rocksdb::IngestExternalFileArg> arguments;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!files_[i].writer) continue;
      TALENTFLOW_TRY(close(static_cast<Family>(i)));
      rocksdb::IngestExternalFileArg argument;
      argument.column_family = database_.family(static_cast<Family>(i));
      argument.external_files = {files_[i].path};
      argument.options.move_files = true;
      argument.options.write_global_seqno = false;
      arguments.push_back(std::move(argument));
    }
    if (arguments.empty()) return {};
    keeper_.keep();
    const rocksdb::Status status = database_->IngestExternalFiles(arguments);
    keeper_.release(status.ok());
    return status.ok() ? Result<void>() : failure(status);
  }

 private:
  struct File {
    std::unique_ptr<rocksdb::SstFileWriter> writer;
    std::string path;
    bool closed = false;
  };

  Result<void> open(Family family, File& file) {
    file.path = prefix_ + std::string(family_name(family));
    auto* handle = database_.family(family);
    file.writer = std::make_unique<rocksdb::SstFileWriter>(rocksdb::EnvOptions(),
                                                           database_->GetOptions(handle), handle);
    const rocksdb::Status status = file.writer->Open(file.path);
    return status.ok() ? Result<void>() : failure(status);
  }
  Error failure(const rocksdb::Status& status) const { return error_of(status, path_, "writing a batch"); }

  Database& database_;
  KeepingFileSystem& keeper_;
  std::string path_;
  std::string prefix_;
  std::array<File, kFamilyNames.size()> files_;
};

}  // namespace

std::unique_ptr<SortedWriter> make_sorted_writer(Database& database, const StoreDirectory& directory,
                                                 KeepingFileSystem& files, const std::string& name) {
  return std::make_unique<RocksSortedWriter>(database, directory, files, name);
}

}  // namespace talentflow::graph::rocks
