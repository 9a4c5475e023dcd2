/** Numbers from the world are exact to a centimetre; binary fractions are not. */
export const hair = 0.001;
