import './style/tokens.css'
import './style/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { applyTheme, storedTheme } from './state/theme.js'

applyTheme(storedTheme())
mount(App, { target: document.getElementById('app')! })
