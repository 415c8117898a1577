#include <vector>

#include "harness/base/suggestion.h"
#include "harness/index/index.h"

namespace tfh {

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
  std::vector<std::string> names;
  for (const MirrorPreset& preset : mirror_presets()) {
    if (preset.name == name_or_url) return preset.url;
    names.push_back(preset.name);
  }
  return fail("choosing the mirror " + name_or_url, "there is no preset of this name, and it is no URL",
              suggestion(name_or_url, names) + "; or give the URL of a simple index");
}

}  // namespace tfh
