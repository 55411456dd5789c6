// The sample cohort that bench_permutation.py times.
run("Sample Cohort...", "folder=results/sample30 subjects=30");
