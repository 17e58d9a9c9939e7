/** The frame of every page: sidebar, page, inspector. */
import { Outlet } from '@tanstack/react-router'
export function Shell() {
  return <main><Outlet /></main>
}
