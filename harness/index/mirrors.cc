#include <algorithm>
#include <vector>

#include "harness/index/index.h"

namespace tfh {
namespace {

// Levenshtein's distance, for "did you mean".
std::size_t distance(const std::string& left, const std::string& right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

// The form of answer is negotiated with each; `serves` is what to expect. Mirrors that answer in HTML only give no
// upload times, so an era is computed from another index.
const std::vector<MirrorPreset>& mirror_presets() {
  static const std::vector<MirrorPreset> presets{
      {"tuna", "https://pypi.tuna.tsinghua.edu.cn/simple", "html and json, complete", "Tsinghua University, Beijing"},
      {"ustc", "https://mirrors.ustc.edu.cn/pypi/simple", "html and json, complete",
       "University of Science and Technology of China, Hefei"},
      {"bfsu", "https://mirrors.bfsu.edu.cn/pypi/web/simple", "html and json, complete",
       "Beijing Foreign Studies University, Beijing"},
      {"nju", "https://mirror.nju.edu.cn/pypi/web/simple", "html, complete", "Nanjing University, Nanjing"},
      {"sjtu", "https://mirror.sjtu.edu.cn/pypi/web/simple", "html, files on demand",
       "Shanghai Jiao Tong University, Shanghai"},
      {"aliyun", "https://mirrors.aliyun.com/pypi/simple", "html, complete", "Alibaba Cloud, Hangzhou"},
      {"tencent", "https://mirrors.cloud.tencent.com/pypi/simple", "html, complete", "Tencent Cloud, Shenzhen"},
      {"huawei", "https://repo.huaweicloud.com/repository/pypi/simple", "html, complete", "Huawei Cloud, Shenzhen"},
  };
  return presets;
}

Result<std::string> mirror_url(const std::string& name_or_url) {
  if (name_or_url.starts_with("https://") || name_or_url.starts_with("http://")) {
    std::string url = name_or_url;
    while (url.ends_with('/')) url.pop_back();
    return url;
  }
  std::string known;
  const MirrorPreset* nearest = nullptr;
  for (const MirrorPreset& preset : mirror_presets()) {
    if (preset.name == name_or_url) return preset.url;
    known += (known.empty() ? "" : ", ") + preset.name;
    if (nearest == nullptr || distance(preset.name, name_or_url) < distance(nearest->name, name_or_url))
      nearest = &preset;
  }
  const bool close = nearest != nullptr && distance(nearest->name, name_or_url) <= 2;
  return fail("choosing the mirror " + name_or_url, "there is no preset of this name, and it is no URL",
              (close ? "did you mean " + nearest->name + "? " : "") + std::string("presets: ") + known +
                  "; or give the URL of a simple index");
}

}  // namespace tfh
