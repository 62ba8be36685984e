/** t(0.975) for 1 to 30 degrees of freedom. */
const TABLE = [
  12.706204736174694, 4.302652729749462, 3.1824463052837078, 2.7764451051977934, 2.5705818356363146,
  2.4469118511449786, 2.364624251592784, 2.306004135204166, 2.262157162798205, 2.228138851986274,
  2.200985160091639, 2.1788128296672284, 2.1603686564627913, 2.144786687917804, 2.131449545559776,
  2.1199052992212546, 2.1098155778333156, 2.1009220402410382, 2.0930240544083087, 2.085963447265864,
  2.0796138447276795, 2.0738730679040254, 2.0686576104190486, 2.0638985616280245, 2.0595385527532972,
  2.0555294386428735, 2.0518305164802846, 2.0484071417952454, 2.045229642132703, 2.0422724563012378,
] as const;

/** The same point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 97.5 % point of Student's t, from a table, above it by the expansion of Abramowitz and Stegun 26.7.5 (error below
 * 1e-7). Arithmetic only, no logarithm or power: every machine gives the same bits, so a release can be made again.
 */
export function studentT(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new Error(`There is no t for ${degrees} degrees of freedom`);
  return TABLE[degrees - 1] ?? expansion(degrees);
}

function expansion(v: number): number {
  const z2 = Z * Z;
  const g1 = (Z * (z2 + 1)) / 4;
  const g2 = (Z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const g3 = (Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const g4 = (Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92_160;
  return Z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v;
}
