export function PortfolioPage() {
  return <div />
}
