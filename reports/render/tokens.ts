/** The colours of every page and chart, by what they are for. Contrast: 4.5:1 at least between text and its ground. */
export interface Tokens {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  tint: string;
  accent: string;
  good: string;
  bad: string;
  mark: string;
  focus: string;
}

export const light: Tokens = {
  ink: '#1b2530',
  soft: '#4a5763',
  line: '#c9d2da',
  paper: '#ffffff',
  tint: '#f4f6f8',
  accent: '#0b4a6f',
  good: '#175c3a',
  bad: '#8a1c1c',
  mark: '#fff0bf',
  focus: '#b45309',
};

const dark: Tokens = {
  ink: '#e6ebf0',
  soft: '#abb8c4',
  line: '#3c4955',
  paper: '#12181f',
  tint: '#1b232c',
  accent: '#86c5ee',
  good: '#82d9a8',
  bad: '#ffa3a3',
  mark: '#574608',
  focus: '#f5a742',
};

/** Charts are drawn in the light colours; in the dark each takes the place of the one it stands for. */
const inCharts = ['ink', 'line', 'paper'] as const;

/** The tokens as CSS: light, and dark on a screen whose reader asks for it. Paper stays light. */
export const tokensCss = `:root{color-scheme:light dark;${declare(light)}}
@media screen and (prefers-color-scheme:dark){:root{${declare(dark)}}
${inCharts.flatMap((name) => ['fill', 'stroke'].map((part) => `svg [${part}="${light[name]}"]{${part}:var(--${name})}`)).join('\n')}
}`;

function declare(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
