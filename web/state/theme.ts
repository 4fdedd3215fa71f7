export type Theme = 'auto' | 'light' | 'dark'

const key = 'parley:theme'

/** What the reader chose on this machine; `auto` follows the system. */
export function storedTheme(): Theme {
  const value = localStorage.getItem(key)
  return value === 'light' || value === 'dark' ? value : 'auto'
}

export function applyTheme(theme: Theme): void {
  if (theme === 'auto') localStorage.removeItem(key)
  else localStorage.setItem(key, theme)
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
