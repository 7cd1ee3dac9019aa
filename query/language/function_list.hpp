// The code behind the table, by the file it stands in. Only function_table.cpp includes this.
#pragma once

#include "query/language/functions.hpp"

namespace talentflow::query::functions {

// functions_network.cpp: lists of maps, to UNWIND
Value move_ranks(const Arguments&);
Value retention(const Arguments&);
Value returns(const Arguments&);
Value claims_recorded(const Arguments&);

// functions_rates.cpp
Value net_migration_rate(const Arguments&);
Value effectiveness(const Arguments&);
Value pair_asymmetry(const Arguments&);
Value circulation(const Arguments&);
Value flow_ratio(const Arguments&);
Value risk_ratio(const Arguments&);
Value gini(const Arguments&);
Value coefficient_of_variation(const Arguments&);
Value effective_number(const Arguments&);

// functions_scalar.cpp
Value coalesce(const Arguments&);
Value null_if(const Arguments&);
Value exists(const Arguments&);
Value to_boolean(const Arguments&);
Value to_boolean_or_null(const Arguments&);
Value to_integer(const Arguments&);
Value to_integer_or_null(const Arguments&);
Value to_float(const Arguments&);
Value to_float_or_null(const Arguments&);
Value to_string(const Arguments&);
Value to_string_or_null(const Arguments&);
Value value_type(const Arguments&);
Value timestamp(const Arguments&);

// functions_list.cpp
Value size(const Arguments&);
Value is_empty(const Arguments&);
Value head(const Arguments&);
Value last(const Arguments&);
Value tail(const Arguments&);
Value range(const Arguments&);
Value reverse(const Arguments&);
Value keys(const Arguments&);

// functions_graph.cpp
Value labels(const Arguments&);
Value type(const Arguments&);
Value id(const Arguments&);
Value properties(const Arguments&);
Value start_node(const Arguments&);
Value end_node(const Arguments&);
Value length(const Arguments&);
Value nodes(const Arguments&);
Value relationships(const Arguments&);

// functions_math.cpp
Value abs(const Arguments&);
Value sign(const Arguments&);
Value ceil(const Arguments&);
Value floor(const Arguments&);
Value round(const Arguments&);
Value rand(const Arguments&);
Value sqrt(const Arguments&);
Value exp(const Arguments&);
Value log(const Arguments&);
Value log10(const Arguments&);
Value e(const Arguments&);
Value pi(const Arguments&);
Value sin(const Arguments&);
Value cos(const Arguments&);
Value tan(const Arguments&);
Value cot(const Arguments&);
Value asin(const Arguments&);
Value acos(const Arguments&);
Value atan(const Arguments&);
Value atan2(const Arguments&);
Value degrees(const Arguments&);
Value radians(const Arguments&);
Value haversin(const Arguments&);
Value is_nan(const Arguments&);

// functions_string.cpp
Value left(const Arguments&);
Value right(const Arguments&);
Value substring(const Arguments&);
Value trim(const Arguments&);
Value left_trim(const Arguments&);
Value right_trim(const Arguments&);
Value to_upper(const Arguments&);
Value to_lower(const Arguments&);
Value replace(const Arguments&);
Value split(const Arguments&);

// functions_talent.cpp
Value belief(const Arguments&);
Value plausibility(const Arguments&);
Value origins(const Arguments&);
Value sources(const Arguments&);
Value claims(const Arguments&);
Value contested(const Arguments&);
Value precision(const Arguments&);
Value valid(const Arguments&);
Value overlaps(const Arguments&);
/// A claim as claims() shows it.
ValueMap claim_map(const graph::ClaimView& view);
/// A map from pairs in any order.
ValueMap map_of(std::vector<std::pair<std::string, Value>> entries);

// functions_temporal.cpp: all of query/temporal, by the name of the call
Value temporal(const Arguments&);

}  // namespace talentflow::query::functions
