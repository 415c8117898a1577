// The table of commands. Each adds itself to the app; its callback leaves the exit status (0, 1, 2 as diff(1)).
#pragma once

namespace CLI {
class App;
}

namespace tfh {

void add_compare_command(CLI::App& app, int& status);
void add_test_command(CLI::App& app, int& status);
void add_download_command(CLI::App& app, int& status);
void add_prepare_command(CLI::App& app, int& status);
void add_deps_command(CLI::App& app, int& status);
void add_bundle_command(CLI::App& app, int& status);
void add_cache_command(CLI::App& app, int& status);
void add_mirrors_command(CLI::App& app, int& status);
void add_baseline_command(CLI::App& app, int& status);
void add_checks_command(CLI::App& app, int& status);
void add_python_command(CLI::App& app, int& status);
void add_doctor_command(CLI::App& app, int& status);
void add_completion_command(CLI::App& app, int& status);

}  // namespace tfh
