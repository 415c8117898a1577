#include <fmt/format.h>

#include "harness/record/record.h"

namespace tfh {

namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr const char* kSchemaPrefix = "tfharness-record/";

json check_to_json(const CheckRecord& check) {
  json observations = json::array();
  for (const Observation& observation : check.observations) {
    observations.push_back({{"key", observation.key}, {"value", observation.value}});
    if (!observation.source.empty()) observations.back()["source"] = observation.source;
  }
  const CheckDeclaration& declaration = check.declaration;
  return {{"id", declaration.id},         {"api", declaration.api},
          {"ulps", declaration.ulps},     {"absolute", declaration.absolute},
          {"policy", declaration.policy}, {"revision", declaration.revision},
          {"status", check.status},       {"reason", check.reason},
          {"witness", check.witness},     {"observations", std::move(observations)}};
}

// The functions that read throw the exceptions of nlohmann::json; record_from_json ends them.
CheckRecord check_from_json(const json& value) {
  CheckRecord check;
  check.declaration = {.id = value.at("id"),
                       .api = value.at("api"),
                       .ulps = value.at("ulps"),
                       .absolute = value.at("absolute"),
                       .policy = value.at("policy"),
                       .revision = value.value("revision", "")};
  check.status = value.at("status");
  check.reason = value.at("reason");
  check.witness = value.at("witness");
  for (const json& observation : value.at("observations")) {
    check.observations.push_back({observation.at("key"), observation.at("value"), observation.value("source", "")});
  }
  return check;
}

Record read_members(const json& value) {
  Record record;
  record.subject_id = value.at("subject");
  record.requirement = value.at("requirement");
  record.version = value.at("version");
  record.python = value.at("python");
  record.resolve = value.at("resolve");
  record.exclude_newer = value.at("exclude_newer");
  record.created = value.at("created");
  for (const json& package : value.at("packages")) {
    record.packages.push_back({package.at("name"), package.at("version"), package.at("sha256"), package.at("source")});
  }
  record.environment = value.at("environment");
  record.lock = value.at("lock");
  for (const json& check : value.at("checks")) record.checks.push_back(check_from_json(check));
  record.unstable = value.at("unstable").get<std::vector<std::string>>();
  if (const auto values = value.find("unstable_values"); values != value.end()) values->get_to(record.unstable_values);
  return record;
}

}  // namespace

json to_json(const std::vector<RecordedPackage>& packages) {
  json list = json::array();
  for (const RecordedPackage& package : packages)
    list.push_back(
        {{"name", package.name}, {"version", package.version}, {"sha256", package.sha256}, {"source", package.source}});
  return list;
}

json to_json(const Record& record) {
  json checks = json::array();
  for (const CheckRecord& check : record.checks) checks.push_back(check_to_json(check));
  return {{"schema", kSchemaPrefix + std::to_string(kVersion)},
          {"subject", record.subject_id},
          {"requirement", record.requirement},
          {"version", record.version},
          {"python", record.python},
          {"resolve", record.resolve},
          {"exclude_newer", record.exclude_newer},
          {"created", record.created},
          {"packages", to_json(record.packages)},
          {"environment", record.environment},
          {"lock", record.lock},
          {"checks", std::move(checks)},
          {"unstable", record.unstable},
          {"unstable_values", record.unstable_values}};
}

Result<Record> record_from_json(const json& value) {
  const std::string doing = "reading a record";
  const std::string schema = text_member(value, "schema");
  if (!schema.starts_with(kSchemaPrefix)) {
    return fail(doing, "this is not a record of tfharness: it has no schema tfharness-record/N",
                "records are written by `tfharness baseline record`");
  }
  if (schema != kSchemaPrefix + std::to_string(kVersion)) {
    return fail(doing, fmt::format("its format is {}, this program reads up to {}{}", schema, kSchemaPrefix, kVersion),
                "use the tfharness that wrote it, or a newer one");
  }
  try {
    return read_members(value);
  } catch (const json::exception& error) {
    return fail(doing, std::string("a member is missing or of another type: ") + error.what(),
                "the file was changed by something else; record it again");
  }
}

}  // namespace tfh
