declare module 'jstat' {
  const jStat: {
    /** Natural logarithm of the gamma function. */
    gammaln(x: number): number
    /** Regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number
    readonly studentt: { inv(p: number, degrees: number): number }
    readonly normal: { cdf(x: number, mean: number, deviation: number): number }
  }
  export default jStat
}
