/** From here on, of 100, a match is a person's to look at. No official figure exists; both are Landfall's own. */
export const REVIEW = 70;

/** From here on it blocks until somebody has looked. */
export const THRESHOLD = 85;
