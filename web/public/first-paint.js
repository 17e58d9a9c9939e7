// Runs before the first paint and before any module. A file of its own: the policy forbids inline scripts.
(function () {
  // The theme, so that a dark screen does not flash white, and the language, as lib/i18n.ts chooses it.
  var wanted = 'auto'
  var language = null
  var plans = {}
  try {
    wanted = localStorage.getItem('mantine-color-scheme-value') || 'auto'
    language = localStorage.getItem('milepost.locale')
    plans = JSON.parse(localStorage.getItem('milepost.plans') || '{}')
  } catch (error) {
    wanted = 'auto'
  }
  var dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')

  var files = document.currentScript.dataset
  var project = /^\/projects\/(\d+)(\/plan)?\/?$/.exec(location.pathname)
  var sheet = /^\/sheet\/(\d+)\/?$/.exec(location.pathname)
  var across = /^\/node\/\d+\/all\/\w+\/?$/.test(location.pathname)
  var page = project ? (project[2] ? 'plan' : 'project') : sheet || across ? 'register' : /^\/portfolio\/?$/.test(location.pathname) ? 'portfolio' : null

  // The data first: a browser asks one place for six things at a time, and the server has work to do for it. client/ahead.ts hands the
  // answers to whoever asks for the same, and keeps which plan a project had here last.
  var asked = (window.milepostAsked = {})
  function ask(path) {
    var answer = (asked[path] = fetch(path, { credentials: 'same-origin' }))
    return answer.then(function (response) { return response.ok ? response.clone().json() : {} })
  }
  function nothing() {}
  if (!/^\/(sign-in|join|password|forgotten|second-factor)/.test(location.pathname)) {
    var session = ask('/api/v1/session')
    var plan = project && project[2] && plans[project[1]]
    if (plan) ask('/api/v1/sheets/' + plan).catch(nothing)
    if (sheet) ask('/api/v1/sheets/' + sheet[1] + '/head').catch(nothing)
    session.then(function (found) {
      if (!found.person || !project || (found.person.factor_for && !found.person.second_factor)) return
      ask('/api/v1/nodes/' + project[1]).catch(nothing)
      return ask('/api/v1/projects/' + project[1]).then(function (told) {
        if (project[2] && told.sheet_id && told.sheet_id !== plan) return ask('/api/v1/sheets/' + told.sheet_id)
      })
    }).catch(nothing)
  }

  // What the address will need, by the build's own lists (vite/ahead.ts): asked for now, side by side with the client itself.
  language = language || (navigator.languages || []).map(function (one) { return one.slice(0, 2) }).find(function (one) { return one === 'en' || one === 'de' }) || 'en'
  ;((files[page] || '') + ' ' + (files[language] || '')).split(' ').filter(Boolean).forEach(function (file) {
    var link = document.createElement('link')
    var style = /\.css$/.test(file)
    link.rel = style ? 'preload' : 'modulepreload'
    if (style) link.as = 'style'
    link.crossOrigin = ''
    link.href = file
    document.head.append(link)
  })
})()
