import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const house = process.env['YIWANG_API'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: { target: 'es2023', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': house, '/readyz': house } },
})
