/**
 * Permutation inference. The subjects x voxels matrix, a design and a contrast come in; the subjects are shuffled (signs
 * flipped or labels permuted), the maximum of each map statistic over the image is gathered for every shuffle, and
 * family-wise corrected p-values go out. The methods are those of Nichols & Holmes 2002 (Human Brain Mapping 15:1),
 * Winkler et al. 2014 (NeuroImage 92:381) for models with nuisance variables, and Phipson & Smyth 2010 (Statistical
 * Applications in Genetics and Molecular Biology 9:39) for the p-value.
 */
package cohort.permute;
