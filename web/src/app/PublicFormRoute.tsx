/** Gives the public form its secret, which stands in its address. */
import { getRouteApi } from '@tanstack/react-router'
import { PublicFormPage } from '~/features/intake/PublicFormPage'

const route = getRouteApi('/form/$token')

export function PublicFormRoute() {
  return <PublicFormPage token={route.useParams().token} />
}
