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
    auto view = database->database->view({});
    if (!view.ok()) return view.error();
    auto store = database->database->fresh_store();
    if (!store.ok()) return store.error();
    const auto open = talentflow::graph::open_reviews(**store, **view);
    if (!open.ok()) return open.error();
    tq::give_table(answer, tq::reviews_table(**view, *open));
    return {};
  });
}

int talentflow_decide(talentflow_database* database, const char* one, const char* other,
                      talentflow_decision decision, const char* author, const char* note,
                      talentflow_answer** report, talentflow_error* error) {
  if (report != nullptr) *report = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    if (decision != TALENTFLOW_SAME && decision != TALENTFLOW_DIFFERENT)
      return talentflow::make_error(talentflow::ErrorCode::usage, "", "no decision has this number");
    const auto who =
        decision == TALENTFLOW_SAME ? talentflow::graph::Who::same : talentflow::graph::Who::different;
    const std::string by = tq::text_or_empty(author);
    const auto decided = database->database->decide(tq::text_or_empty(one), tq::text_or_empty(other), who, by,
                                                    tq::text_or_empty(note));
    if (!decided.ok()) return decided.error();
    tq::give_table(report, tq::decided_table(*decided, by));
    return {};
  });
}

int talentflow_undo(talentflow_database* database, const char* claim, const char* author,
                    talentflow_answer** report, talentflow_error* error) {
  if (report != nullptr) *report = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    const std::string by = tq::text_or_empty(author);
    const auto decided = database->database->undo(tq::text_or_empty(claim), by);
    if (!decided.ok()) return decided.error();
    tq::give_table(report, tq::decided_table(*decided, by));
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
