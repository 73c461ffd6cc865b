// Starts the console.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Toaster } from 'sonner'
import { client } from './api/client.ts'
import { router } from './router.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import './app.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <TooltipProvider>
          <RouterProvider router={router} />
          <Toaster theme="system" position="top-center" closeButton offset={16} />
        </TooltipProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
