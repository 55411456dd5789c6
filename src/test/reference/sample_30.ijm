// The sample cohort that bench_permutation.py times.
run("Sample Cohort...", "output=results/sample30 subjects=30");
