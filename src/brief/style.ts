/** The look of the HTML brief: on a screen, in the dark, on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1b1d21;
  --quiet: #565c66;
  --line: #d5d8dd;
  --paper: #fff;
  --red: #a4161a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e8eb;
    --quiet: #a3a9b3;
    --line: #3a3f47;
    --paper: #16181c;
    --red: #ff8a80;
  }
}
body {
  font:
    15px / 1.5 system-ui,
    sans-serif;
  color: var(--ink);
  background: var(--paper);
  max-width: 62rem;
  margin: 2rem auto;
  padding: 0 1rem;
}
h1 {
  font-size: 1.7rem;
  margin: 0;
}
h2 {
  font-size: 1.2rem;
  border-bottom: 1px solid var(--line);
  margin-top: 2.2rem;
}
h3 {
  margin: 1.4rem 0 0.3rem;
}
h4 {
  font-size: 1rem;
  margin: 0.9rem 0 0.2rem;
}
header p,
small,
footer {
  color: var(--quiet);
}
small {
  font-variant-numeric: tabular-nums;
}
.wide {
  overflow-x: auto;
}
table {
  border-collapse: collapse;
  font-size: 0.85rem;
}
th,
td {
  border: 1px solid var(--line);
  padding: 0.3rem 0.5rem;
  text-align: left;
  vertical-align: top;
}
.sign {
  display: inline-block;
  width: 1.2em;
}
.red {
  color: var(--red);
}
blockquote {
  margin: 0.3rem 0 0.5rem 1.4rem;
  font-family: Georgia, serif;
}
blockquote p {
  margin: 0;
}
blockquote footer {
  font:
    0.8rem system-ui,
    sans-serif;
}
@media print {
  :root {
    --ink: #000;
    --quiet: #333;
    --line: #999;
    --paper: #fff;
    --red: #000;
  }
  body {
    margin: 0;
    max-width: none;
    font-size: 10pt;
  }
  h2,
  h3,
  h4 {
    break-after: avoid;
  }
  article,
  tr,
  li {
    break-inside: avoid;
  }
  .wide {
    overflow: visible;
  }
  .red {
    font-weight: 700;
  }
}
`
