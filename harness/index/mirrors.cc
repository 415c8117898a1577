#include "harness/index/mirrors.h"

#include <algorithm>

#include "harness/base/credentials.h"
#include "harness/base/suggestion.h"

namespace tfh {

namespace {

constexpr auto kWhole = "every file";
constexpr auto kOnDemand = "every file; those it has not kept it passes on from the index";

// host[:port] without user and password; empty for what is no URL.
std::string host_of(const std::string& url) {
  const std::string clean = without_credentials(url);
  const auto scheme = clean.find("://");
  if (scheme == std::string::npos) return "";
  return clean.substr(scheme + 3, clean.find_first_of("/?#", scheme + 3) - scheme - 3);
}

}  // namespace

// Mirrors made by bandersnatch or shadowmire write both forms side by side, and the server chooses by the Accept header
// where it was told to. Those that were not, and the artefact servers of the clouds, answer in HTML: no upload times.
const std::vector<MirrorPreset>& mirror_presets() {
  static const std::vector<MirrorPreset> presets{
      {"tuna", "https://pypi.tuna.tsinghua.edu.cn/simple", "json, html", true, true,
       "every file; refuses (403) who asks too often", "Tsinghua University, Beijing"},
      {"ustc", "https://mirrors.ustc.edu.cn/pypi/simple", "json, html", true, false, kWhole,
       "University of Science and Technology of China, Hefei"},
      {"bfsu", "https://mirrors.bfsu.edu.cn/pypi/web/simple", "json, html", true, false, kWhole,
       "Beijing Foreign Studies University, Beijing"},
      {"nju", "https://mirror.nju.edu.cn/pypi/web/simple", "html", false, false, kWhole, "Nanjing University, Nanjing"},
      {"sjtu", "https://mirror.sjtu.edu.cn/pypi/web/simple", "html", false, false, kOnDemand,
       "Shanghai Jiao Tong University, Shanghai"},
      {"aliyun", "https://mirrors.aliyun.com/pypi/simple", "html", false, false, "every file; slow for who asks often",
       "Alibaba Cloud, Hangzhou"},
      {"tencent", "https://mirrors.cloud.tencent.com/pypi/simple", "html", false, false, kWhole,
       "Tencent Cloud, Shenzhen"},
      {"huawei", "https://repo.huaweicloud.com/repository/pypi/simple", "html", false, false, kOnDemand,
       "Huawei Cloud, Shenzhen"},
  };
  return presets;
}

Result<std::string> mirror_url(const std::string& name_or_url) {
  if (name_or_url.find("://") != std::string::npos) {
    std::string url = name_or_url;
    while (url.ends_with('/')) url.pop_back();
    return url;
  }
  std::vector<std::string> names;
  for (const MirrorPreset& preset : mirror_presets()) {
    if (preset.name == name_or_url) return preset.url;
    names.push_back(preset.name);
  }
  return fail("choosing the mirror " + name_or_url, "there is no preset of this name, and it is no URL",
              suggestion(name_or_url, names) + "; or give the URL of a simple index");
}

std::string server_name(const std::string& file_url, const std::vector<std::string>& mirrors,
                        const std::string& index_url) {
  const std::string host = host_of(file_url);
  for (const MirrorPreset& preset : mirror_presets())
    if (host_of(preset.url) == host) return preset.name;
  const bool named = std::ranges::any_of(mirrors, [&](const std::string& mirror) { return host_of(mirror) == host; });
  return !named && host == host_of(index_url) ? "index" : host;
}

}  // namespace tfh
