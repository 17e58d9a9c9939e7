// Sets the theme before the first paint, so that a dark screen does not flash white. A file of its own: the policy forbids inline scripts.
(function () {
  var wanted = 'auto'
  try {
    wanted = localStorage.getItem('mantine-color-scheme-value') || 'auto'
  } catch (error) {
    wanted = 'auto'
  }
  var dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
