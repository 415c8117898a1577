#include "harness/store/bytecode.h"

#include <algorithm>
#include <thread>

#include "harness/base/disk.h"
#include "harness/base/file.h"
#include "harness/store/folder_lock.h"
#include "harness/store/scratch.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// argv: source folder, target folder, number of processes. compile() and marshal, not py_compile: its rename and stat
// calls double the time. The header is that of PEP 552, unchecked hash.
constexpr auto kCompiler = R"(
import importlib.util, marshal, os, sys, warnings
from importlib.machinery import SourceFileLoader
source, target, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])
warnings.simplefilter('ignore')
sys.setrecursionlimit(10000)
tag = '.' + sys.implementation.cache_tag + '.pyc'
header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, 'little')
files = []
for folder, folders, names in os.walk(source):
    folders.sort()
    for name in sorted(names):
        if name.endswith('.py'):
            path = os.path.join(folder, name)
            files.append((os.path.getsize(path), path))
files.sort(reverse=True)
def compile_all(mine):
    made = set()
    for _, path in mine:
        relative = os.path.relpath(path, source)
        try:
            with open(path, 'rb') as f:
                text = f.read()
            code = compile(text, relative, 'exec', dont_inherit=True, optimize=0)
        except Exception:
            continue
        folder = os.path.join(target, os.path.dirname(relative), '__pycache__')
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        with open(os.path.join(folder, os.path.basename(path)[:-3] + tag), 'wb') as f:
            f.write(header + importlib.util.source_hash(text) + marshal.dumps(code))
jobs = max(1, min(jobs, len(files) // 50))
children = []
for i in range(1, jobs):
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            compile_all(files[i::jobs])
            status = 0
        finally:
            os._exit(status)
    children.append(pid)
compile_all(files[0::jobs])
sys.exit(any(os.waitpid(pid, 0)[1] for pid in children))
)";

}  // namespace

Result<fs::path> make_bytecode(const fs::path& purelib, const std::string& sha256, const Interpreter& interpreter,
                               const StoreLayout& layout, ProcessRunner& runner) {
  const fs::path place = layout.bytecode(sha256, interpreter.cache_tag);
  std::error_code error;
  if (fs::exists(place, error)) return place;
  const FolderLock lock = TRY(FolderLock::take(layout, place.filename()));
  if (fs::exists(place, error)) return place;
  const fs::path work = TRY(temporary_folder(layout, "bytecode"));
  Command command;
  command.program = interpreter.executable;
  const unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
  command.arguments = {"-I", "-S", "-B", "-c", kCompiler, purelib, work, std::to_string(jobs)};
  command.environment = {{"LANG", "C.UTF-8"}, {"PATH", "/usr/bin:/bin"}};
  const Completed completed = TRY(runner.run(command));
  if (!completed.ended.ok()) {
    remove_folder(work);
    return fail("byte-compiling " + purelib.string(), completed.ended.text() + ": " + completed.err);
  }
  TRY(create_folders(place.parent_path()));
  TRY(publish(system_disk(), work, place, false));
  return place;
}

}  // namespace tfh
