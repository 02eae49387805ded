/** A file as somebody publishes it, at a version that does not change. */
export interface PublishedFile {
  /** The name that it is kept under. */
  readonly file: string;
  readonly address: string;
  /** SHA-256 of its bytes, hexadecimal; without one, what comes is not checked. */
  readonly sha256?: string;
}

/** A public reading-comprehension set. */
export interface PublicSet {
  /** What it is called on the command line; its file is `NAME.json`. */
  readonly name: string;
  /** Who published what, for people. */
  readonly title: string;
  readonly licence: string;
  /** What of the published file is taken. */
  readonly taken: string;
  readonly source: PublishedFile;
  /** Another set in SQuAD's form: a passage is left out when a question on it stands there too, by its id. */
  readonly without?: PublishedFile;
  /** What the set calls itself, and its ids begin with. */
  readonly id: string;
}

export const GITHUB = 'https://raw.githubusercontent.com/';

/** SQuAD's development paragraphs that XQuAD took; whoever measures on XQuAD must not learn from them. */
const XQUAD: PublishedFile = {
  file: 'xquad.zh.json',
  address: `${GITHUB}google-deepmind/xquad/7d30520c717524000f0d9d2f9c10a069acd9d285/xquad.zh.json`,
  sha256: '691d0b3359bc6b8faa8de931dfdfe21d50a65861ae348e32a0d1a0190b0c8835',
};

/** Addresses name a commit, so that what is published there later changes no figure. */
export const SETS: readonly PublicSet[] = [
  {
    name: 'cmrc-trial',
    title: 'CMRC 2018, trial set (Simplified)',
    licence: 'CC BY-SA 4.0',
    taken: 'all 256 passages, 1,002 questions',
    source: {
      file: 'cmrc2018_trial.json',
      address: `${GITHUB}ymcui/cmrc2018/c0eb1b6ba219847457e6af3180da722bbeb656af/squad-style-data/cmrc2018_trial.json`,
      sha256: 'f3fae95b57da8e03afb2b57467dd221417060ef4d82db13bf22fc88589f3a6f3',
    },
    id: 'cmrc_trial',
  },
  {
    name: 'cmrc-dev',
    title: 'CMRC 2018, development set (Simplified)',
    licence: 'CC BY-SA 4.0',
    taken: 'all 848 passages, 3,219 questions',
    source: {
      file: 'cmrc2018_dev.json',
      address: `${GITHUB}ymcui/cmrc2018/c0eb1b6ba219847457e6af3180da722bbeb656af/squad-style-data/cmrc2018_dev.json`,
      sha256: 'e9ff74231f05c230c6fa88b84441ee334d97234cbb610991cd94b82db00c7f1f',
    },
    id: 'cmrc_dev',
  },
  {
    name: 'drcd-dev',
    title: 'DRCD, development set (Traditional)',
    licence: 'CC BY-SA 3.0',
    taken: 'all 1,000 passages, 3,524 questions',
    source: {
      file: 'DRCD_dev.json',
      address: `${GITHUB}DRCKnowledgeTeam/DRCD/b944790de5af02c5fbb7cd9cb1473d27d169eebf/DRCD_dev.json`,
      sha256: 'e236df03861ba241bd7b29628cd48b3b8e339c60137e041a4358b5320ed61928',
    },
    id: 'drcd_dev',
  },
  {
    name: 'squad2zh-dev',
    title: 'ChineseSquad: SQuAD 2.0, development set, translated by machine and mended (Simplified)',
    licence: 'CC BY-SA 4.0, which is that of SQuAD 2.0; the translation states none',
    taken: '1,034 of 1,204 passages, those that XQuAD does not have, 8,527 questions',
    source: {
      file: 'dev-v2.0-zh.json',
      address: `${GITHUB}pluto-junzeng/ChineseSquad/6cc7b1cd0d96abd2fe71f587aacff5e9eff1ed7f/squad_2.0/dev-v2.0-zh.json`,
      sha256: '3754c015f04ab09ac3f65f90f89ac88871405264550ef444df75e1787c517562',
    },
    without: XQUAD,
    id: 'squad2zh_dev',
  },
];
