#include "harness/store/bytecode.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/base/file.h"
#include "harness/base/machine.h"
#include "harness/store/scratch.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// argv: [[purelib, bytecode], ...] as JSON, roots as JSON, a folder for temporary files, number of processes.
// Forks compile a few modules at a time and answer with the names that these import. A fork that dies takes them along.
// compile() and marshal, not py_compile: its stat calls double the time. What is unpacked meanwhile, by one thread
// where one member is left, goes before.
constexpr auto kCompiler = R"(
import gc, importlib.util, json, marshal, opcode, os, select, sys, warnings
gc.disable()
os.nice(3)
parts, roots = json.loads(sys.argv[1]), json.loads(sys.argv[2])
work, jobs, at_once = sys.argv[3], int(sys.argv[4]), 4
warnings.simplefilter('ignore')
sys.setrecursionlimit(10000)
header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, 'little')
IMPORT_NAME, LOAD_CONST, EXTENDED_ARG = map(opcode.opmap.get, ('IMPORT_NAME', 'LOAD_CONST', 'EXTENDED_ARG'))
modules = {}  # name: purelib, bytecode, path of the source in purelib, is a package
for purelib, bytecode in parts:
    for folder, folders, names in os.walk(purelib):
        folders[:] = [name for name in folders if name.isidentifier()]
        inside = os.path.relpath(folder, purelib) if folder != purelib else ''
        package = inside.replace(os.sep, '.')
        for name in names:
            if name == '__init__.py':
                modules[package] = purelib, bytecode, os.path.join(inside, name), True
            elif name.endswith('.py'):
                modules.setdefault((package + '.' if package else '') + name[:-3],
                                   (purelib, bytecode, os.path.join(inside, name), False))
def code_of(name):
    purelib, bytecode, source, _ = modules[name]
    cached = os.path.join(bytecode, importlib.util.cache_from_source(source))
    try:
        with open(cached, 'rb') as f:
            return marshal.loads(f.read()[16:])
    except (OSError, EOFError, ValueError, TypeError):
        pass
    with open(os.path.join(purelib, source), 'rb') as f:
        text = f.read()
    code = compile(text, source, 'exec', dont_inherit=True, optimize=0)
    os.makedirs(os.path.dirname(cached), exist_ok=True)
    temporary = os.path.join(work, str(os.getpid()))
    with open(temporary, 'wb') as f:
        f.write(header + importlib.util.source_hash(text) + marshal.dumps(code))
    os.replace(temporary, cached)
    return code
def run_at_import(code):
    yield code
    for constant in code.co_consts:
        if hasattr(constant, 'co_code') and not constant.co_flags & 1:  # not CO_OPTIMIZED: no function
            yield from run_at_import(constant)
def argument(code, at):  # of the instruction at this place; where its prefixes begin
    value, shift = code[2 * at + 1], 8
    while at > 0 and code[2 * at - 2] == EXTENDED_ARG:
        at -= 1
        value |= code[2 * at + 1] << shift
        shift += 8
    return value, at
def import_statements(part):  # level, module, names: LOAD_CONST level, LOAD_CONST names, IMPORT_NAME module
    code = part.co_code
    operations = code[::2]
    at = operations.find(IMPORT_NAME)
    while at >= 0:
        module, before = argument(code, at)
        loaded = []
        while len(loaded) < 2 and before > 0 and operations[before - 1] == LOAD_CONST:
            constant, before = argument(code, before - 1)
            loaded.append(part.co_consts[constant])
        names, level = loaded if len(loaded) == 2 else ((), 0)
        yield level, part.co_names[module], names or ()
        at = operations.find(IMPORT_NAME, at + 1)
def with_parents(name):
    while name:
        yield name
        name = name.rpartition('.')[0]
def imported(name, code):
    package = name if modules[name][3] else name.rpartition('.')[0]
    for part in run_at_import(code):
        for level, module, names in import_statements(part):
            if level > 0:
                base = package.rsplit('.', level - 1)[0] if level > 1 else package
                module = base + '.' + module if module else base
            yield from with_parents(module)
            for member in names:
                yield module + '.' + member
def compile_all(names):
    seen = set()
    for name in names:
        try:
            seen.update(imported(name, code_of(name)))
        except Exception:
            continue
    return sorted(seen & modules.keys())
def serve(questions, answers):
    for question in questions:
        answers.write(json.dumps(compile_all(json.loads(question))) + '\n')
        answers.flush()
class Fork:
    others = []
    def __init__(self):
        (asked, ask), (answered, answer) = os.pipe(), os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(ask)
                for other in self.others:  # it ends when this process lets go
                    os.close(other.questions.fileno())
                serve(os.fdopen(asked), os.fdopen(answer, 'w'))
            finally:
                os._exit(0)
        os.close(asked)
        os.close(answer)
        self.questions, self.answers = os.fdopen(ask, 'w'), os.fdopen(answered)
        self.others.append(self)
    def fileno(self):
        return self.answers.fileno()
    def ask(self, names):
        self.questions.write(json.dumps(names) + '\n')
        self.questions.flush()
    def answer(self):
        line = self.answers.readline()
        return json.loads(line) if line.endswith('\n') else None
waiting = sorted(set(roots) & modules.keys())
found, idle, busy = set(waiting), [Fork() for _ in range(jobs)], []
while waiting or busy:
    while waiting and idle:
        busy.append(idle.pop())
        busy[-1].ask(waiting[-at_once:])
        del waiting[-at_once:]
    for fork in select.select(busy, [], [])[0]:
        busy.remove(fork)
        names = fork.answer()
        idle.append(Fork() if names is None else fork)
        waiting.extend(name for name in names or () if name not in found)
        found.update(names or ())
for fork in Fork.others:
    fork.questions.close()
    os.waitpid(fork.pid, 0)
)";

}  // namespace

Result<void> add_bytecode(const std::vector<PrefixPart>& parts, const std::vector<std::string>& roots,
                          const Interpreter& interpreter, const StoreLayout& layout, ProcessRunner& runner,
                          const fs::path& directory) {
  const fs::path work = TRY(temporary_folder(layout, "bytecode"));
  nlohmann::json folders = nlohmann::json::array();
  for (const PrefixPart& part : parts) folders.push_back({part.unpacked / "purelib", part.bytecode});
  Command command;
  command.program = interpreter.executable;
  command.directory = directory;
  command.arguments = {"-I",
                       "-S",
                       "-B",
                       "-c",
                       kCompiler,
                       folders.dump(),
                       nlohmann::json(roots).dump(),
                       fs::absolute(work),
                       std::to_string(usable_cores())};
  command.environment = {{"LANG", "C.UTF-8"}, {"PATH", "/usr/bin:/bin"}};
  const auto completed = runner.run(command);
  remove_folder(work);
  if (!completed) return std::unexpected(completed.error());
  if (!completed->ended.ok()) return fail("byte-compiling", completed->ended.text() + ": " + completed->err);
  return {};
}

std::vector<std::string> top_level_modules(const PrefixPart& part) {
  std::vector<std::string> modules;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(part.unpacked / "purelib", error)) {
    if (fs::exists(entry.path() / "__init__.py", error))
      modules.push_back(entry.path().filename());
    else if (entry.path().extension() == ".py")
      modules.push_back(entry.path().stem());
  }
  std::ranges::sort(modules);
  return modules;
}

}  // namespace tfh
