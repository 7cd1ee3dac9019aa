// House-keeping: what is stored, whether it is sound, and what may be taken out again.
#include "query/facade/c_database.hpp"
#include "query/facade/reports.hpp"

namespace tq = talentflow::query;
using talentflow::Result;

int talentflow_info(talentflow_database* database, talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto store = database->database->fresh_store();
    if (!store.ok()) return store.error();
    auto view = database->database->view({});
    if (!view.ok()) return view.error();
    tq::give_table(answer, tq::info_table(database->database->path(), (*store)->info(), **view));
    return {};
  });
}

int talentflow_check(talentflow_database* database, talentflow_answer** findings, talentflow_error* error) {
  *findings = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto store = database->database->fresh_store();
    if (!store.ok()) return store.error();
    auto found = (*store)->check();
    if (!found.ok()) return found.error();
    tq::give_table(findings, tq::findings_table(*found));
    return {};
  });
}

int talentflow_loads(talentflow_database* database, talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto store = database->database->fresh_store();
    if (!store.ok()) return store.error();
    auto loads = (*store)->loads();
    if (!loads.ok()) return loads.error();
    tq::give_table(answer, tq::loads_table(*loads));
    return {};
  });
}

int talentflow_reviews(talentflow_database* database, talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto store = database->database->fresh_store();
    if (!store.ok()) return store.error();
    auto table = tq::reviews_table(**store);
    if (!table.ok()) return table.error();
    tq::give_table(answer, table.take());
    return {};
  });
}

int talentflow_withdraw(talentflow_database* database, uint32_t load, uint64_t* claims,
                        talentflow_error* error) {
  return tq::guard(error, [&]() -> Result<void> {
    auto count = database->database->withdraw(load);
    if (!count.ok()) return count.error();
    if (claims != nullptr) *claims = *count;
    return {};
  });
}

int talentflow_forget(talentflow_database* database, const char* id, uint64_t* claims,
                      talentflow_error* error) {
  return tq::guard(error, [&]() -> Result<void> {
    auto count = database->database->forget(tq::text_or_empty(id));
    if (!count.ok()) return count.error();
    if (claims != nullptr) *claims = *count;
    return {};
  });
}

int talentflow_backup(talentflow_database* database, const char* directory, talentflow_error* error) {
  return tq::guard(
      error, [&]() -> Result<void> { return database->database->backup(tq::text_or_empty(directory)); });
}
