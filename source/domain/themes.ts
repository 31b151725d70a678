/** Themes with colours of their own; text stays the terminal's. */
export const namedThemes = ['catppuccin', 'gruvbox', 'nord', 'dracula', 'tokyo-night', 'solarized'] as const;

export type NamedTheme = (typeof namedThemes)[number];

/** What `dashboard.theme` takes. `mono`: no colours, as with NO_COLOR. */
export const themeChoices = ['auto', 'dark', 'light', 'mono', ...namedThemes] as const;

export type ThemeChoice = (typeof themeChoices)[number];

/** What can have a colour; all else is the terminal's text. */
export const coloredRoles = ['accent', 'copy', 'transcode', 'bad'] as const;

/** Colours of one's own, `#rrggbb`, in the place of the theme's. */
export type OwnColors = Readonly<Partial<Record<(typeof coloredRoles)[number], string | undefined>>>;
